import { Readable } from "node:stream";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { csvLine } from "@/lib/csv/csv-writer";
import { rebuildStates } from "@/lib/log/rebuild-states";
import { castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { importText } from "@/tests/support/import-text";
import { importFile } from "./import-file";

let database: TestDatabase;
let db: Database;
let memberId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
  memberId = (await castTeam(db)).cara.id;
});
afterAll(() => database.drop());

const heading = ["customer", "date", "stage", "deal", "amount", "note", "reference"];

/** What the log says of each conversation, with deals named by the notes of those in them. */
async function listMembership(prefix: string): Promise<string[]> {
  const rows = await database.sql`
    select customers.name as customer, note,
      (select string_agg(others.note, ' ' order by others.occurred_at, others.id) from conversations as others
       where others.deal_id = talks.deal_id) as deal
    from conversations as talks join customers on customers.id = customer_id
    where starts_with(customers.name, ${prefix})
    order by note`;
  return rows.map(({ customer, note, deal }) => `${customer.slice(prefix.length)} ${note}: ${deal}`);
}

describe("importFile", { timeout: 60_000 }, () => {
  it("gives the same result in whatever order the rows stand, beside what is already there", async () => {
    const stage = fc.constantFrom("Contact made", "Demo given", "Won", "Lost", "Cancelled", "");
    const talk = fc.record({
      customer: fc.constantFrom("A", "B"),
      stage,
      deal: fc.constantFrom("", "", "", "x", "y"),
      amount: fc.constantFrom("", "100"),
    });
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(talk, { minLength: 1, maxLength: 12 }),
        fc.array(talk, { maxLength: 4 }),
        fc.integer({ min: 1, max: 12 }),
        async (talks, earlier, turn) => {
          const toRows = (list: typeof talks, prefix: string, minutes: number) =>
            list.map((row, index) => {
              const note = `n${minutes}-${String(index).padStart(2, "0")}`;
              const time = `2026-03-01T09:${String((index * 5 + minutes) % 60).padStart(2, "0")}`;
              const [deal, amount] = row.stage ? [row.deal, row.amount] : ["", ""];
              return csvLine([`${prefix}${row.customer}`, time, row.stage, deal, amount, note, ""]);
            });
          const results: string[][] = [];
          for (const shuffle of [false, true]) {
            const prefix = `order ${runs++} `;
            const rows = toRows(talks, prefix, 0);
            const turned = shuffle ? [...rows.slice(turn), ...rows.slice(0, turn)].reverse() : rows;
            for (const lines of [toRows(earlier, prefix, 2), turned]) {
              const { problems } = await importText(db, "conversations", csvLine(heading) + lines.join(""), {
                memberId,
              });
              expect(problems).toEqual([]);
            }
            results.push(await listMembership(prefix));
          }
          expect(results[1]).toEqual(results[0]);
        },
      ),
      { numRuns: 12 },
    );
    expect((await rebuildStates(db)).differences).toEqual([]);
  });

  it("lists every bad row and takes every good one across its batches and chunks", async () => {
    const rows = Array.from({ length: 6513 }, (_, index) => {
      const date = index % 13 === 0 ? "someday" : `2026-0${1 + (index % 9)}-11T10:00`;
      return csvLine([`many ${index % 700}`, date, "Demo given", "", "5", "", `M-${index}`]);
    });
    const progress: string[] = [];
    const lines: number[] = [];
    const report = await importFile(db, {
      kind: "conversations",
      source: Readable.from([csvLine(heading), ...rows]),
      fileName: "many.csv",
      memberId,
      auditedAs: memberId,
      now: new Date("2026-11-24T10:00:00Z"),
      skipBadRows: true,
      onProgress: ({ step, rows, total }) => progress.push(`${step} ${rows}/${total}`),
      onRejected: ({ line }) => {
        lines.push(line);
      },
    });
    expect(report).toMatchObject({ rows: 6513, added: 6012, rejected: 501 });
    expect(report.created).toMatchObject({ customers: 700, deals: 700 });
    expect(lines).toEqual(Array.from({ length: 501 }, (_, index) => 2 + index * 13));
    expect(progress.slice(0, 4)).toEqual([
      "reading 2000/null",
      "reading 4000/null",
      "reading 6000/null",
      "reading 6513/null",
    ]);
    expect(progress.at(-1)).toBe("writing 6012/6012");
    const [check] = await database.sql`
      select count(*)::integer as disordered from (
        select occurred_at < lag(occurred_at) over (partition by customer_id order by id) as back
        from conversations where import_id = ${report.importId}
      ) as logged where back`;
    expect(check?.disordered).toBe(0);
  });

  it("run twice at the same moment makes each customer, deal and name once", async () => {
    const text = (from: number) =>
      csvLine([...heading, "employee", "about"]) +
      Array.from({ length: 40 }, (_, index) =>
        csvLine([`twin ${index}`, "2026-03-01", "Won", "", "", "", `T-${from}-${index}`, "Twin", "Twins"]),
      ).join("");
    const both = await Promise.all(
      [1, 2].map((from) => importText(db, "conversations", text(from), { memberId })),
    );
    expect(both.map(({ report }) => report.added)).toEqual([40, 40]);
    const [made] = await database.sql`
      select (select count(*) from customers where starts_with(name, 'twin '))::integer as customers,
        (select count(distinct deal_id) from conversations where starts_with(reference, 'T-'))::integer as deals,
        (select count(*) from members where name = 'Twin')::integer as members,
        (select count(*) from topics where name = 'Twins')::integer as topics`;
    expect(made).toEqual({ customers: 40, deals: 40, members: 1, topics: 1 });
  });

  it("changes nothing when reading the file fails in the middle", async () => {
    const broken = Readable.from(
      (function* () {
        yield csvLine(heading) + csvLine(["broken", "2026-03-01", "", "", "", "", ""]);
        throw new Error("The disk is gone.");
      })(),
    );
    const options = {
      kind: "conversations" as const,
      source: broken,
      fileName: "x",
      memberId,
      auditedAs: memberId,
      now: new Date(),
    };
    await expect(importFile(db, options)).rejects.toThrow("The disk is gone.");
    const [row] = await database.sql`select count(*)::integer as made from customers where name = 'broken'`;
    expect(row?.made).toBe(0);
  });

  it("needs a team", async () => {
    const empty = await createTestDatabase();
    await expect(importText(empty.db, "customers", "customer\n", { memberId: 1 })).rejects.toThrow(
      "There is no team yet",
    );
    await empty.drop();
  });
});
