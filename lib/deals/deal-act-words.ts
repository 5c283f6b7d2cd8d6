import type { DealName } from "@/db/queries/deal-names";
import type { DealRecord } from "./change-deal";

/** The act that takes another one back. */
export const undoing = "undo deal change";

const verbs: Record<string, string> = {
  "rename deal": "Renamed",
  "reassign deal": "Reassigned",
  "split deal": "Split",
  "join deals": "Joined",
  "move conversation": "Conversation moved",
  [undoing]: "Change taken back",
};

/**
 * What an act on a deal is called: "Split", one that takes it back "Took back: Split", and one that takes that back
 * in turn "Done again: Split"; of before that was kept "Done again".
 */
export function dealActVerb(
  act: string,
  { undone, redone }: Pick<DealRecord, "undone" | "redone"> = {},
): string {
  if (redone !== undefined) return `Done again: ${dealActVerb(redone)}`;
  if (undone === undefined) return verbs[act] ?? act;
  return undone === undoing ? "Done again" : `Took back: ${dealActVerb(undone)}`;
}

/** An act on deals: what was before and after. */
export type Acted = { before: DealRecord; after: DealRecord };

/** To or from which other deals an act put conversations of a deal. */
export function otherDeals(dealId: number, { before, after }: Acted): number[] {
  const moved = before.conversations.flatMap((was) => {
    const is = after.conversations.find(({ id }) => id === was.id);
    return is && is.dealId !== was.dealId ? [[was.dealId, is.dealId]] : [];
  });
  const others = moved.filter((pair) => pair.includes(dealId)).flat();
  return [...new Set(others)].flatMap((id) => (id === null || id === dealId ? [] : [id]));
}

/** The last act (`acts`: the last one first) that took conversations from a deal; undefined: none did. */
export function lastLeaving<Act extends Acted>(dealId: number, acts: readonly Act[]): Act | undefined {
  return acts.find(({ before, after }) =>
    before.conversations.some(
      (was) =>
        was.dealId === dealId && after.conversations.some((is) => is.id === was.id && is.dealId !== dealId),
    ),
  );
}

/** How a deal was called by an act: by its name then, `known` else, one without a name by its first day. */
export function dealCalledThen(
  id: number,
  { before, after }: Acted,
  { known, date }: { known: DealName | undefined; date: (day: string) => string },
): string | undefined {
  const then = [...before.deals, ...after.deals].find((deal) => deal.id === id);
  const name = then ? then.name : known?.name;
  if (name) return `“${name}”`;
  return known?.openedOn ? `of ${date(known.openedOn)}` : undefined;
}

type Named = { dealId: number; memberName: (id: number) => string; date: (day: string) => string };

/** What an act changed of one deal, before and after side by side. */
export function dealActChanges(
  before: DealRecord,
  after: DealRecord,
  { dealId, memberName, date }: Named,
): { fact: string; before: string; after: string }[] {
  const deal = ({ deals }: DealRecord) => deals.find(({ id }) => id === dealId);
  const isAssigned = [before, after].some((record) => deal(record)?.owners.length);
  const owners = (record: DealRecord) => {
    const assigned = (deal(record)?.owners ?? []).map(
      ({ fromOn, memberId }) => `${memberName(memberId)} from ${date(fromOn)}`,
    );
    if (assigned.length > 0 || !isAssigned) return assigned.join("\n");
    const owned = record.ownedBy?.find((each) => each.dealId === dealId);
    return owned ? memberName(owned.memberId) : "";
  };
  const talks = ({ conversations }: DealRecord) =>
    conversations.filter((talk) => talk.dealId === dealId).length;
  const count = (many: number, other: number) => (many > other ? `${many - other} more` : "");
  const facts = [
    { fact: "Name", before: deal(before)?.name ?? "", after: deal(after)?.name ?? "" },
    { fact: "Owner", before: owners(before), after: owners(after) },
    {
      fact: "Conversations",
      before: count(talks(before), talks(after)),
      after: count(talks(after), talks(before)),
    },
  ];
  return facts.filter((fact) => fact.before !== fact.after);
}
