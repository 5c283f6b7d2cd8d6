// Measures every figure's read on a small and a large log, side by side in one run:
//   npm run bench [-- --runs 15] [--conversations 1000000] [--only "grid page"] [--explain]
// --explain prints how the server carries out each query on the large log.

import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { FigureFilter } from "@/db/queries/figure-filter";
import * as schema from "@/db/schema";
import { cloneDatabase } from "@/tests/support/clone-database";
import { startTestCluster } from "@/tests/support/test-cluster";
import { figureReads } from "./figure-reads";
import { fillLog, type LogSize, lastDay } from "./fill-log";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "15" },
    conversations: { type: "string", default: "1000000" },
    only: { type: "string" },
    explain: { type: "boolean", default: false },
  },
});
const runs = Number(values.runs);
const large = Number(values.conversations);
const sizes: LogSize[] = [6000, large].map((conversations) => ({
  conversations,
  customers: Math.ceil(conversations / 10),
  deals: Math.ceil((conversations * 12) / 100),
}));
const reads = Object.entries(figureReads).filter(([name]) => !values.only || name === values.only);
const asOf: Record<string, FigureFilter> = {
  today: { from: null, to: lastDay, salespersonId: null },
  "a year ago": { from: null, to: "2025-11-24", salespersonId: null },
};

type Statement = { query: string; params: unknown[] };

const { server, stop } = await startTestCluster();

async function fill(size: LogSize) {
  const { name } = await cloneDatabase(server);
  const client = postgres({ ...server, database: name, max: 4, onnotice: () => {} });
  const statements: Statement[] = [];
  const logger = { logQuery: (query: string, params: unknown[]) => void statements.push({ query, params }) };
  const db = drizzle(client, { schema, casing: "snake_case", logger });
  const began = performance.now();
  await fillLog(db, size);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${size.conversations.toLocaleString("en")} conversations made in ${seconds} s`);
  return { db, client, statements };
}

function milliseconds(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return [sorted[0] ?? 0, at(0.5), at(0.95)].map((time) => time.toFixed(1).padStart(8)).join("");
}

try {
  const logs = [];
  for (const size of sizes) logs.push(await fill(size));
  const columns = sizes.map(({ conversations }) => `${conversations} conversations`.padStart(24)).join("  |");
  console.log(`${"ms: min, median, 95 %".padEnd(32)}|${columns}`);
  for (const [name, read] of reads) {
    for (const [day, filter] of Object.entries(asOf)) {
      const times = logs.map((): number[] => []);
      for (let run = -2; run < runs; run += 1) {
        for (const [index, { db }] of logs.entries()) {
          const began = performance.now();
          await read(db, filter);
          if (run >= 0) times[index]?.push(performance.now() - began);
        }
      }
      console.log(`${`${name}, ${day}`.padEnd(32)}|${times.map(milliseconds).join("  |")}`);
    }
  }
  const last = logs.at(-1);
  if (values.explain && last) {
    for (const [name, read] of reads) {
      last.statements.length = 0;
      await read(last.db, { from: null, to: lastDay, salespersonId: null });
      for (const { query, params } of [...last.statements]) {
        const plan = await last.client.unsafe(`explain (analyze, buffers) ${query}`, params as string[]);
        console.log(`\n${name}\n${plan.map((row) => row["QUERY PLAN"]).join("\n")}`);
      }
    }
  }
  for (const { client } of logs) await client.end();
} finally {
  await stop();
}
