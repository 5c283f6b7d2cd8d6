import type { DealRecord } from "./change-deal";

const verbs: Record<string, string> = {
  "rename deal": "Renamed",
  "reassign deal": "Reassigned",
  "split deal": "Split",
  "join deals": "Joined",
  "move conversation": "Conversation moved",
  "undo deal change": "Change taken back",
};

/** What an act on a deal is called: "Split". */
export function dealActVerb(act: string): string {
  return verbs[act] ?? act;
}

type Named = { dealId: number; memberName: (id: number) => string; date: (day: string) => string };

/** What an act changed of one deal, before and after side by side. */
export function dealActChanges(
  before: DealRecord,
  after: DealRecord,
  { dealId, memberName, date }: Named,
): { fact: string; before: string; after: string }[] {
  const deal = ({ deals }: DealRecord) => deals.find(({ id }) => id === dealId);
  const owners = (record: DealRecord) =>
    (deal(record)?.owners ?? [])
      .map(({ fromOn, memberId }) => `${memberName(memberId)} from ${date(fromOn)}`)
      .join("\n");
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
