import type { Database } from "@/db/client";
import { listDealSpans, listDealStates, storeDealStates } from "@/db/queries/deal-states";
import { groupBy } from "@/lib/pipeline/group-by";
import { moneyText } from "@/lib/pipeline/money";
import { computeDeals, dealIdChunks } from "./derive-deals";
import { lockPipelineExclusive } from "./pipeline-lock";

/** A deal whose stored states or spans were not what the log says. */
type StateDifference = { dealId: number; stored: unknown; derived: unknown };

/** Equal content has equal text: fields in one order, amounts without trailing zeros, instants in UTC. */
function canonical(row: object): string {
  const entries = Object.entries(row).map(([field, value]) =>
    field === "amount" && value !== null ? [field, moneyText(String(value), 0)] : [field, value],
  );
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function ofDeal<Row extends { dealId: number }>(rows: readonly Row[]): Map<number, string> {
  const groups = [...groupBy(rows, ({ dealId }) => dealId)];
  return new Map(groups.map(([dealId, group]) => [dealId, group.map(canonical).join("\n")]));
}

/**
 * Derives all states again from the log, stores them where they differed, and reports each difference.
 * Rebuilt must equal stored, always; membership and owners are part of the log and are not re-decided.
 */
export async function rebuildStates(
  db: Database,
): Promise<{ deals: number; differences: StateDifference[] }> {
  return db.transaction(async (tx) => {
    await lockPipelineExclusive(tx);
    const differences: StateDifference[] = [];
    let deals = 0;
    for await (const chunk of dealIdChunks(tx)) {
      deals += chunk.length;
      const derived = await computeDeals(tx, chunk);
      const stored = { states: await listDealStates(tx, chunk), spans: await listDealSpans(tx, chunk) };
      const before = [ofDeal(stored.states), ofDeal(stored.spans)] as const;
      const after = [ofDeal(derived.states), ofDeal(derived.spans)] as const;
      const differing = chunk.filter((dealId) =>
        before.some((rows, part) => rows.get(dealId) !== after[part]?.get(dealId)),
      );
      for (const dealId of differing)
        differences.push({
          dealId,
          stored: before.map((rows) => rows.get(dealId)),
          derived: after.map((rows) => rows.get(dealId)),
        });
      const isDiffering = ({ dealId }: { dealId: number }) => differing.includes(dealId);
      if (differing.length > 0)
        await storeDealStates(
          tx,
          differing,
          derived.states.filter(isDiffering),
          derived.spans.filter(isDiffering),
        );
    }
    return { deals, differences };
  });
}
