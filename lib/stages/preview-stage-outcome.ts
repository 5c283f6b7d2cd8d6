import type { Database } from "@/db/client";
import { listDealsThatTouched } from "@/db/queries/deal-log";
import { listDealStates } from "@/db/queries/deal-states";
import { computeDeals } from "@/lib/log/derive-deals";
import { type Outcome, outcomes } from "@/lib/pipeline/outcome";

const chunkSize = 1000;

/**
 * How many deals would stand otherwise if the stage had that outcome, by the derivation itself: of the deals
 * that ever touched it, those whose outcome now changes, by what they become, and those of which only the past
 * does (a closing date, an outcome they once had).
 */
export async function previewStageOutcome(
  db: Database,
  { stageId, outcome }: { stageId: number; outcome: Outcome },
) {
  const dealIds = await listDealsThatTouched(db, stageId);
  const become = Object.fromEntries(outcomes.map((each) => [each, 0])) as Record<Outcome, number>;
  let onlyPast = 0;
  for (let start = 0; start < dealIds.length; start += chunkSize) {
    const chunk = dealIds.slice(start, start + chunkSize);
    const meaning = (
      states: { dealId: number; fromOn: string; outcome: Outcome; closedOn: string | null }[],
    ) => {
      const byDeal = new Map<number, { now: Outcome; all: string }>();
      for (const state of states) {
        const all = `${byDeal.get(state.dealId)?.all ?? ""}|${state.fromOn} ${state.outcome} ${state.closedOn}`;
        byDeal.set(state.dealId, { now: state.outcome, all });
      }
      return byDeal;
    };
    const before = meaning(await listDealStates(db, chunk));
    const after = meaning((await computeDeals(db, chunk, new Map([[stageId, outcome]]))).states);
    for (const [dealId, then] of after) {
      const is = before.get(dealId);
      if (is?.now !== then.now) become[then.now] += 1;
      else if (is.all !== then.all) onlyPast += 1;
    }
  }
  return { touched: dealIds.length, become, onlyPast };
}

export type StageOutcomePreview = Awaited<ReturnType<typeof previewStageOutcome>>;
