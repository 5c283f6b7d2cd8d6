import type { Database } from "@/db/client";
import { keepMoved, listLaterMerges } from "@/db/queries/customer-merges";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { earlier, type MergeRecord, readMergeRecord } from "./merge-record";
import { withoutFirstMerge } from "./without-first-merge";

/** A merge into the same customer since, with the day the account of the customer that came was opened. */
export type LaterMerge = { id: number; openedOn: LocalDate | null; record: MergeRecord };

/** The merges into a customer since this one that stand, the first one first. */
export async function readLaterMerges(
  db: Database,
  merge: { id: number; intoId: number },
): Promise<LaterMerge[]> {
  const found = await listLaterMerges(db, merge);
  return found.map(({ moved, ...row }) => ({ ...row, record: readMergeRecord(moved) }));
}

/** Puts right what later merges recorded of the account's day. @returns the day without this merge. */
export function openedWithout(
  { record, current }: { record: MergeRecord; current: LocalDate | null },
  later: readonly LaterMerge[],
): LocalDate | null {
  const since = later.map(({ record: { into }, openedOn }) => ({ ...into.openedOn, own: openedOn }));
  const { now, steps } = withoutFirstMerge(current, { first: record.into.openedOn, later: since }, earlier);
  for (const [index, step] of steps.entries())
    Object.assign(later[index]?.record.into ?? {}, { openedOn: step });
  return now;
}

/** Keeps what was put right of later merges, so that each is undone as if the one before had not been. */
export async function keepLaterMerges(db: Database, later: readonly LaterMerge[]): Promise<void> {
  for (const { id, record } of later) await keepMoved(db, id, record);
}
