import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { forgetOwnersOfEmpty } from "@/db/queries/deal-facts";
import { deriveDeals } from "@/lib/log/derive-deals";
import { groupBy } from "@/lib/pipeline/group-by";
import { rootCause } from "@/lib/root-cause";
import {
  type LoggedRow,
  listDealNameKeys,
  listLoggedRows,
  listPlannedRows,
  type NamedDeal,
  type PlannedRow,
  reserveIds,
} from "./customer-chunk";
import { decideDeals, type ImportedTalk, type NewDeal } from "./decide-deals";
import { listPlannedCustomers } from "./plan-conversations";
import { type PlacedRow, type Writing, writeConversations } from "./write-conversations";

const rowsAtOnce = 2000;

type CustomerDeal = NewDeal & { customerId: number };

function salesTalk(row: PlannedRow): ImportedTalk[] {
  const { line, existingId, at, outcome, hasAmount, deal, dealKey, staysInDealId } = row;
  return outcome === null ? [] : [{ line, existingId, at, outcome, hasAmount, deal, dealKey, staysInDealId }];
}

// Membership of all rows, customer by customer, with stand-in ids for the deals to be made.
function decideAll(
  rows: readonly PlannedRow[],
  logged: Map<number, LoggedRow[]>,
  named: Map<number, NamedDeal[]>,
) {
  const dealOfLine = new Map<number, number>();
  const made: CustomerDeal[] = [];
  for (const [customerId, ofCustomer] of groupBy(rows, (row) => row.customerId)) {
    const names = new Map((named.get(customerId) ?? []).map(({ nameKey, id }) => [nameKey, id]));
    const { dealOf, newDeals } = decideDeals(
      logged.get(customerId) ?? [],
      ofCustomer.flatMap(salesTalk),
      names,
      -1 - made.length,
    );
    for (const [line, dealId] of dealOf) dealOfLine.set(line, dealId);
    for (const deal of newDeals) made.push({ ...deal, customerId });
  }
  return { dealOfLine, made };
}

async function makeDeals(db: Database, deals: readonly CustomerDeal[], { importId, now }: Writing) {
  const ids = await reserveIds(db, "deals", deals.length);
  const rows = deals.map(({ customerId, name, nameKey }, index) => ({
    id: ids[index],
    customerId,
    name,
    nameKey,
  }));
  if (rows.length > 0)
    await db.execute(sql`
      insert into deals (id, customer_id, name, name_key, created_at, import_id) overriding system value
      select id, "customerId", name, "nameKey", ${now.toISOString()}::timestamptz, ${importId}::bigint
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as made (id bigint, "customerId" bigint, name text, "nameKey" text)`);
  return new Map(deals.map(({ id }, index) => [id, ids[index] as number]));
}

async function applyChunk(db: Database, customerIds: readonly number[], writing: Writing) {
  const rows = [...(await listPlannedRows(db, customerIds))];
  const logged = groupBy(await listLoggedRows(db, customerIds), ({ customerId }) => customerId);
  const named = groupBy(await listDealNameKeys(db, customerIds), ({ customerId }) => customerId);
  const { dealOfLine, made } = decideAll(rows, logged, named);
  const idOf = await makeDeals(db, made, writing);
  const dealId = (line: number) => {
    const decided = dealOfLine.get(line);
    return decided === undefined ? null : (idOf.get(decided) ?? decided);
  };
  const placed: PlacedRow[] = rows.map(({ line, existingId }) => ({
    line,
    existingId,
    dealId: dealId(line),
  }));
  await forgetOwnersOfEmpty(
    db,
    [...new Set(dealOfLine.values())].filter((id) => !idOf.has(id)),
  );
  await writeConversations(db, placed, writing);
  const touched = [...rows.map(({ oldDealId }) => oldDealId), ...placed.map((row) => row.dealId)];
  return { rows: rows.length, newDeals: made.length, touched: touched.filter((id) => id !== null) };
}

// Tables that grow many times over within one transaction: without fresh statistics each chunk would read all
// that was written before it.
async function refreshStatistics(db: Database): Promise<void> {
  await db.execute(sql`analyze customers, deals, conversations, deal_states, deal_spans`);
}

function findsAborted(error: unknown): boolean {
  const cause = rootCause(error);
  return cause instanceof Error && "code" in cause && cause.code === "25P02";
}

// Of two that fail in one transaction, one only finds it aborted: the other is told.
async function firstOfBoth<Value>(first: Promise<Value>, second: Promise<void>): Promise<Value> {
  const reasons = (await Promise.allSettled([first, second])).flatMap((end) =>
    end.status === "rejected" ? [end.reason] : [],
  );
  if (reasons.length > 0) throw reasons.find((reason) => !findsAborted(reason)) ?? reasons[0];
  return first;
}

/**
 * Writes the plan of locked customers, some of them at a time by ascending id: decides membership in order of
 * time, makes deals, writes conversations with their versions, derives the deals.
 *
 * @returns how many deals were made.
 */
export async function applyConversations(
  db: Database,
  writing: Writing,
  onWritten: (rows: number) => void,
): Promise<{ newDeals: number }> {
  let [written, newDeals, afterId] = [0, 0, 0];
  let refreshAt = rowsAtOnce;
  let deriving = Promise.resolve();
  const writeNext = async () => {
    if (written >= refreshAt) {
      refreshAt = written * 4;
      await refreshStatistics(db);
    }
    const customerIds = await listPlannedCustomers(db, afterId, rowsAtOnce);
    afterId = customerIds.at(-1) ?? afterId;
    return customerIds.length === 0 ? undefined : applyChunk(db, customerIds, writing);
  };
  for (;;) {
    // The next customers are written while the deals of those before are derived.
    const done = await firstOfBoth(writeNext(), deriving);
    if (!done) break;
    written += done.rows;
    newDeals += done.newDeals;
    onWritten(written);
    deriving = deriveDeals(db, done.touched);
  }
  if (written >= rowsAtOnce) await refreshStatistics(db);
  return { newDeals };
}
