import type { Database } from "@/db/client";
import {
  countOfCustomer,
  getMerge,
  listAllContacts,
  listConversationIds,
} from "@/db/queries/customer-merges";
import { getCustomer } from "@/db/queries/customers";
import { dryRun } from "@/lib/dry-run";
import { figureChanges, readKeyFigures } from "@/lib/figures/figure-changes";
import { plural } from "@/lib/format/plural";
import { type TeamFormats, teamFormats } from "@/lib/format/team-formats";
import type { MemberContext } from "@/lib/member-context";
import { type Preview, previewOf } from "@/lib/preview";
import { type Merge, mergeCustomers } from "./merge-customers";
import { type MergeRecord, readMergeRecord } from "./merge-record";
import { undoMerge } from "./undo-merge";

type Counts = Awaited<ReturnType<typeof countOfCustomer>>;

function countedWords({ conversations, deals, contacts }: Counts, count: TeamFormats["count"]): string {
  const parts = [
    `${count(conversations)} ${plural(conversations, "conversation", "conversations")}`,
    `${count(deals)} ${plural(deals, "deal", "deals")}`,
    `${count(contacts)} ${plural(contacts, "contact", "contacts")}`,
  ];
  return `${parts[0]}, ${parts[1]} and ${parts[2]}`;
}

function countRows(
  name: string,
  before: Counts,
  after: Counts,
  count: TeamFormats["count"],
): Preview["rows"] {
  return [{ what: name, before: countedWords(before, count), after: countedWords(after, count) }];
}

async function nameOf(db: Database, id: number): Promise<string> {
  return (await getCustomer(db, id))?.name ?? "";
}

const listed = (names: readonly string[]) => names.map((name) => `“${name}”`).join(", ");

function collisions({ deals, contacts, joined }: MergeRecord, names: ReadonlyMap<number, string>): string[] {
  const renamed = [...deals, ...contacts].filter(({ before, after }) => before !== after);
  const kept = renamed.map(
    ({ before, after }) => `“${before}” is at both and each is kept: one becomes “${after}”.`,
  );
  const one = joined.map(({ intoId }) => names.get(intoId) ?? "");
  return one.length === 0 ? kept : [...kept, `At both and one contact afterwards: ${listed(one)}.`];
}

/**
 * What a merge would change, by doing it and taking it back: counted, collisions of names, figures.
 *
 * @throws RuleError as mergeCustomers.
 */
export async function previewMerge(
  db: Database,
  { fromId, intoId }: Merge,
  { member: actor, team, today }: MemberContext,
  now: Date,
): Promise<Preview> {
  const formats = teamFormats(team);
  return dryRun(db, async (tx) => {
    const asked = { today, currencyDigits: team.currencyDigits };
    const [from, into] = [await nameOf(tx, fromId), await nameOf(tx, intoId)];
    const [ofFrom, ofInto] = [await countOfCustomer(tx, fromId), await countOfCustomer(tx, intoId)];
    const before = await readKeyFigures(tx, asked);
    const merge = await getMerge(tx, await mergeCustomers(tx, { fromId, intoId, actor, now }));
    const record = readMergeRecord(merge?.moved);
    const names = new Map((await listAllContacts(tx, intoId)).map(({ id, name }) => [id, name]));
    const { openedOn } = record.into;
    const opened = { before: formats.date(openedOn.before), after: formats.date(openedOn.after) };
    return previewOf([fromId, intoId], {
      sentences: [
        `“${from}” becomes part of “${into}”, with ${countedWords(ofFrom, formats.count)}.`,
        `The name “${from}” and its address lead to “${into}” from then on, in imports too.`,
        ...collisions(record, names),
        "A merge can be undone at any time.",
      ],
      rows: [
        ...countRows(into, ofInto, await countOfCustomer(tx, intoId), formats.count),
        ...(opened.before === opened.after ? [] : [{ what: "Account opened", ...opened }]),
      ],
      figures: figureChanges(before, await readKeyFigures(tx, asked), formats),
    });
  });
}

/** What of the conversations logged or moved since a merge becomes with its undo. */
function sinceThen(
  came: readonly number[],
  goes: readonly number[],
  names: { from: string; into: string },
  count: TeamFormats["count"],
): string[] {
  const words = (number: number) => `${count(number)} ${plural(number, "conversation", "conversations")}`;
  const along = goes.filter((id) => !came.includes(id)).length;
  const stays = came.filter((id) => !goes.includes(id)).length;
  return [
    ...(along === 0 ? [] : [`${words(along)} of later on its deals ${plural(along, "goes", "go")} along.`]),
    ...(stays === 0
      ? []
      : [
          `${words(stays)} that came with it ${plural(stays, "stays", "stay")}: meanwhile on a deal of “${names.into}”.`,
        ]),
    `What else was logged since stays with “${names.into}”. Corrections made since are kept.`,
  ];
}

/** What undoing a merge would change, by doing it and taking it back. @throws RuleError as undoMerge. */
export async function previewUndoMerge(
  db: Database,
  mergeId: number,
  { member: actor, team, today }: MemberContext,
  now: Date,
): Promise<Preview> {
  const formats = teamFormats(team);
  return dryRun(db, async (tx) => {
    const asked = { today, currencyDigits: team.currencyDigits };
    const before = await readKeyFigures(tx, asked);
    const merge = await getMerge(tx, mergeId);
    const ofInto = await countOfCustomer(tx, merge?.intoId ?? 0);
    const { fromId, intoId } = await undoMerge(tx, { mergeId, actor, now });
    const names = { from: await nameOf(tx, fromId), into: await nameOf(tx, intoId) };
    const ofFrom = await countOfCustomer(tx, fromId);
    const came = readMergeRecord(merge?.moved).conversations;
    return previewOf([mergeId], {
      sentences: [
        `“${names.from}” is a customer of its own again, with ${countedWords(ofFrom, formats.count)}.`,
        ...sinceThen(came, await listConversationIds(tx, fromId), names, formats.count),
      ],
      rows: countRows(names.into, ofInto, await countOfCustomer(tx, intoId), formats.count),
      figures: figureChanges(before, await readKeyFigures(tx, asked), formats),
    });
  });
}
