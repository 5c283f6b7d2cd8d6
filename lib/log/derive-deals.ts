import type { Database } from "@/db/client";
import {
  listDealConversations,
  listDealIds,
  listOwnerChanges,
  listStageMeanings,
} from "@/db/queries/deal-log";
import { storeDealStates } from "@/db/queries/deal-states";
import { dealSpans, dealStates } from "@/lib/pipeline/deal-states";
import { groupBy } from "@/lib/pipeline/group-by";

const chunkSize = 1000;

/** The states and spans of the deals as the log tells them now; a deal without conversations has none. */
export async function computeDeals(db: Database, dealIds: readonly number[]) {
  const stages = new Map((await listStageMeanings(db)).map((stage) => [stage.id, stage]));
  const byDeal = groupBy(await listDealConversations(db, dealIds), ({ dealId }) => dealId);
  const owners = groupBy(await listOwnerChanges(db, dealIds), ({ dealId }) => dealId);
  const states = [];
  const spans = [];
  for (const [dealId, conversations] of byDeal) {
    const customerId = conversations[0]?.customerId as number;
    for (const state of dealStates(conversations, stages, owners.get(dealId)))
      states.push({ dealId, customerId, ...state });
    for (const span of dealSpans(conversations)) spans.push({ dealId, ...span });
  }
  return { states, spans };
}

/**
 * Derives the deals anew from the log and stores their states: called in the transaction that changed the
 * log, with the pipeline lock held (see pipeline-lock.ts).
 */
export async function deriveDeals(db: Database, dealIds: Iterable<number>): Promise<void> {
  const ids = [...new Set(dealIds)];
  for (let start = 0; start < ids.length; start += chunkSize) {
    const chunk = ids.slice(start, start + chunkSize);
    const { states, spans } = await computeDeals(db, chunk);
    await storeDealStates(db, chunk, states, spans);
  }
}

/** Every deal's id, in chunks. */
export async function* dealIdChunks(db: Database): AsyncGenerator<number[]> {
  let afterId = 0;
  for (;;) {
    const chunk = await listDealIds(db, afterId, chunkSize);
    const last = chunk.at(-1);
    if (last === undefined) return;
    yield chunk;
    afterId = last;
  }
}

/** Derives every deal anew: after a change of the stages' order, for instance. */
export async function deriveAllDeals(db: Database): Promise<void> {
  for await (const chunk of dealIdChunks(db)) await deriveDeals(db, chunk);
}
