// Measures what a change of the stages costs: its preview, during which others log, and its saving:
//   node --import tsx bench/stage-changes.ts [--deals 20000]

import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { asc } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database } from "@/db/client";
import * as schema from "@/db/schema";
import { logConversation } from "@/lib/log/log-conversation";
import { changeStageOutcome } from "@/lib/stages/change-stage-outcome";
import { mergeStage } from "@/lib/stages/merge-stage";
import { orderStages } from "@/lib/stages/order-stages";
import { previewStageChange } from "@/lib/stages/preview-stage-change";
import { talk } from "@/tests/support/cast";
import { cloneDatabase } from "@/tests/support/clone-database";
import { startTestCluster } from "@/tests/support/test-cluster";
import { fillLog, lastDay } from "./fill-log";

const { values } = parseArgs({ options: { deals: { type: "string", default: "20000" } } });
const deals = Number(values.deals);
const now = new Date(`${lastDay}T12:00:00Z`);
const timeZone = "Africa/Johannesburg";

const { server, stop } = await startTestCluster();

/** Logs one conversation after the other until told to stop: the longest of them is how long somebody waited. */
function keepLogging(db: Database, heldById: number) {
  let isOver = false;
  let longest = 0;
  const done = (async () => {
    for (let customerId = 1; !isOver; customerId += 1) {
      const began = performance.now();
      const entry = talk({ customerId, heldById, on: lastDay, note: "While it was previewed" });
      await logConversation(db, entry, { actor: { id: heldById, role: "member" }, timeZone, now });
      longest = Math.max(longest, performance.now() - began);
    }
  })();
  return async () => {
    isOver = true;
    await done;
    return longest;
  };
}

async function measure(db: Database) {
  const [admin] = await db.select({ id: schema.members.id }).from(schema.members).limit(1);
  const who = { actor: { id: admin?.id ?? 0, role: "admin" as const }, now };
  const list = () => db.select().from(schema.stages).orderBy(asc(schema.stages.position));
  const first = await list();
  const ids = first.map(({ id }) => id);
  const [contact, demo, ...others] = ids as [number, number, ...number[]];
  const seen = (await list()).find(({ id }) => id === demo);
  const demoSeen = { stageId: demo, version: seen?.version ?? 0 };
  const acts: Record<string, (tx: Database) => Promise<void>> = {
    outcome: (tx) => changeStageOutcome(tx, { ...who, ...demoSeen, outcome: "won" }),
    order: (tx) => orderStages(tx, { ...who, seen: ids, wanted: [demo, contact, ...others] }),
    merge: (tx) => mergeStage(tx, { ...who, ...demoSeen, intoId: contact }),
  };
  const asked = { today: lastDay, currencyDigits: 2, movesConversations: true };
  for (const [name, act] of Object.entries(acts)) {
    const stopLogging = keepLogging(db, who.actor.id);
    const began = performance.now();
    const { become, onlyPast } = await previewStageChange(db, act, asked);
    const took = performance.now() - began;
    const waited = await stopLogging();
    console.log(
      `preview of ${name}: ${took.toFixed(0)} ms; ${JSON.stringify(become)}, ${onlyPast} only in the past; the longest log meanwhile ${waited.toFixed(0)} ms`,
    );
  }
  const began = performance.now();
  await acts.merge?.(db);
  console.log(`saving the merge: ${(performance.now() - began).toFixed(0)} ms`);
}

try {
  const { name } = await cloneDatabase(server);
  const client = postgres({ ...server, database: name, max: 4, onnotice: () => {} });
  const db = drizzle(client, { schema, casing: "snake_case" });
  await fillLog(db, { deals, customers: deals, conversations: deals * 8 });
  await measure(db);
  await client.end();
} finally {
  await stop();
}
