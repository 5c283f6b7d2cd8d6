// Measures the search over everything on a small and a large installation, side by side in one run:
//   npm run bench:search [-- --runs 20] [--customers 50000] [--notes 1000000] [--explain]
// --explain prints how the server carries out each query of one search of each kind on the large one.

import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database } from "@/db/client";
import { findCustomers } from "@/db/queries/customer-choices";
import * as schema from "@/db/schema";
import { readCustomerList } from "@/lib/customers/read-customer-list";
import { createRandom } from "@/lib/demo/random";
import { teamFormats } from "@/lib/format/team-formats";
import { searchEverything } from "@/lib/search/search-everything";
import { cloneDatabase } from "@/tests/support/clone-database";
import { startTestCluster } from "@/tests/support/test-cluster";
import { fillNamesAndNotes, type SearchSize } from "./fill-names-and-notes";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "20" },
    customers: { type: "string", default: "50000" },
    notes: { type: "string", default: "1000000" },
    explain: { type: "boolean", default: false },
  },
});
const runs = Number(values.runs);
const sizes: SearchSize[] = [
  { customers: 500, notes: 10_000 },
  { customers: Number(values.customers), notes: Number(values.notes) },
];
const formats = teamFormats({
  locale: "en-ZA",
  currency: "ZAR",
  currencyDigits: 2,
  timeZone: "Africa/Johannesburg",
});
const actor = { id: 1, role: "member" } as const;

type Statement = { query: string; params: unknown[] };

const { server, stop } = await startTestCluster();

async function fill(size: SearchSize) {
  const { name } = await cloneDatabase(server);
  const client = postgres({ ...server, database: name, max: 4, onnotice: () => {} });
  const statements: Statement[] = [];
  const logger = { logQuery: (query: string, params: unknown[]) => void statements.push({ query, params }) };
  const db: Database = drizzle(client, { schema, casing: "snake_case", logger });
  const began = performance.now();
  await fillNamesAndNotes(db, size);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${size.customers} customers, ${size.notes} notes made in ${seconds} s`);
  return { db, client, statements, ...(await samplesOf(db)) };
}

/** Names, addresses and words that are there, drawn evenly. */
async function samplesOf(db: Database) {
  const random = createRandom(7);
  const customers = await db.execute<{ name: string }>(
    sql`select name from customers order by random() limit 300`,
  );
  const contacts = await db.execute<{ name: string; email: string; phone: string }>(
    sql`select name, email, phone from contacts order by random() limit 300`,
  );
  const notes = await db.execute<{ note: string }>(
    sql`select note from conversations tablesample bernoulli (3) limit 3000`,
  );
  return { random, customers: [...customers], contacts: [...contacts], notes: [...notes] };
}

type Log = Awaited<ReturnType<typeof fill>>;

/** One letter of the word swapped with its neighbour. */
function misspelt(word: string, at: number): string {
  return `${word.slice(0, at)}${word[at + 1] ?? ""}${word[at] ?? ""}${word.slice(at + 2)}`;
}

const customer = ({ random, customers }: Log) => random.pick(customers).name;
const contact = ({ random, contacts }: Log) => random.pick(contacts);
function noteWords({ random, notes }: Log): string[] {
  return random.shuffled(
    random
      .pick(notes)
      .note.split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 3),
  );
}

const typed: Record<string, (log: Log) => string> = {
  "two letters of a customer": (log) => customer(log).slice(0, 2),
  "four letters of a customer": (log) => customer(log).slice(0, 4),
  "a customer's name": customer,
  "a word of a customer's name": (log) => customer(log).split(" ").at(-1) ?? "",
  "a customer misspelt": (log) => misspelt(customer(log), 3),
  "a contact's name": (log) => contact(log).name,
  "a contact misspelt": (log) => misspelt(contact(log).name, 2),
  "an e-mail address": (log) => contact(log).email,
  "a phone number": (log) => contact(log).phone.replace("+27 ", "0"),
  "an order's number": (log) => `PO${log.random.between(1000, 99_999)}`,
  "a word of a note": (log) => noteWords(log)[0] ?? "",
  "the beginning of one": (log) => (noteWords(log)[0] ?? "").slice(0, 3),
  "two words of a note": (log) => noteWords(log).slice(0, 2).join(" "),
  "words that nobody wrote": () => "zebra crossing",
};

const asks: Record<string, (db: Database, search: string) => Promise<unknown>> = {
  everything: (db, search) => searchEverything(db, { search, limit: 5, actor, formats }),
  "log form": (db, search) => findCustomers(db, { search, limit: 8 }),
  "customer list": (db, search) => readCustomerList(db, { search }, "2026-11-24"),
};

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function line(label: string, times: readonly (readonly number[])[]): string {
  const columns = times.map((each) =>
    [0.5, 0.95].map((share) => at(each, share).toFixed(1).padStart(8)).join(""),
  );
  const [small = 0, large = 0] = times.map((each) => at(each, 0.95));
  return `${label.padEnd(44)}|${columns.join("  |")}  | ${(large / small).toFixed(1)}`;
}

try {
  const logs: Log[] = [];
  for (const size of sizes) logs.push(await fill(size));
  const heading = sizes.map(({ customers, notes }) => `${customers}/${notes}`.padStart(16)).join("  |");
  console.log(`${"ms: median, 95 %".padEnd(44)}|${heading}  | ratio at 95 %`);
  for (const [what, ask] of Object.entries(asks)) {
    const all = logs.map((): number[] => []);
    for (const [name, write] of Object.entries(typed)) {
      if (what !== "everything" && /note|one|nobody/.test(name)) continue;
      const times = logs.map((): number[] => []);
      for (let run = -1; run < runs; run += 1) {
        for (const [index, log] of logs.entries()) {
          const search = write(log);
          const began = performance.now();
          await ask(log.db, search);
          if (run >= 0) times[index]?.push(performance.now() - began);
        }
      }
      for (const [index, each] of times.entries()) all[index]?.push(...each);
      console.log(line(`${what}: ${name}`, times));
    }
    console.log(line(`${what}: ALL`, all));
  }
  const large = logs.at(-1);
  if (values.explain && large) {
    for (const [name, write] of Object.entries(typed)) {
      large.statements.length = 0;
      const search = write(large);
      await searchEverything(large.db, { search, limit: 5, actor, formats });
      for (const { query, params } of [...large.statements]) {
        if (!/^\s*(select|with)/.test(query) || query.includes("set_config")) continue;
        const plan = await large.client.unsafe(`explain (analyze, buffers) ${query}`, params as string[]);
        console.log(`\n${name}: ${search}\n${plan.map((row) => row["QUERY PLAN"]).join("\n")}`);
      }
    }
  }
  for (const { client } of logs) await client.end();
} finally {
  await stop();
}
