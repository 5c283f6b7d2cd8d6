import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { editCustomer } from "@/lib/customers/change-customer";
import { toldChange } from "@/lib/customers/told-change";
import type { Actor } from "@/lib/pipeline/permissions";
import { castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { importText } from "@/tests/support/import-text";

let database: TestDatabase;
let db: Database;
let memberId: number;
let anna: Actor;

beforeEach(async () => {
  database = await createTestDatabase();
  db = database.db;
  const cast = await castTeam(db);
  memberId = cast.cara.id;
  anna = cast.anna;
});
afterEach(() => database.drop());

const run = (text: string, options: Partial<Parameters<typeof importText>[3]> = {}) =>
  importText(db, "customers", text, { memberId, ...options });

async function listCustomers() {
  const rows = await database.sql`select name, opened_on::text from customers order by name_key`;
  return rows.map(({ name, opened_on }) => `${name} ${opened_on ?? "?"}`);
}

describe("a file of customers", () => {
  it("adds the new ones, with the day their account was opened where it is known", async () => {
    const { report } = await run("opened_on;Customer\n2025-02-03;Acme Tyres\n;Beta\n");
    expect(report).toMatchObject({ applied: true, added: 2, created: { customers: 2 } });
    expect(await listCustomers()).toEqual(["Acme Tyres 2025-02-03", "Beta ?"]);
    const [row] = await database.sql`select import_id, created_by_id from customers limit 1`;
    expect(row).toEqual({ import_id: String(report.importId), created_by_id: String(memberId) });
  });

  it("has each name in one line, good rows and bad ones", async () => {
    const { problems } = await run('customer,opened_on\n"Acme\nTyres",\n"Be\nta",soon\nbe ta,\n');
    expect(problems[1]).toBe("6 customer: This customer is already in line 4.");
    await run('customer\n"Acme\nTyres"\nacme tyres ltd\n');
    expect(await listCustomers()).toEqual(["Acme Tyres ?", "acme tyres ltd ?"]);
  });

  it("fills an unknown day, skips the same one, and refuses another by line unless --update", async () => {
    await run("customer,opened_on\nAcme,2025-02-03\nBeta,\nCeta,2025-01-01\n");
    const text = "customer,opened_on\nACME,2025-02-04\nbeta,2024-05-06\nCeta,2025-01-01\nDelta,\n";
    const refused = await run(text);
    expect(refused.problems).toEqual([
      "2 opened_on: This customer is already there, opened on 2025-02-03; --update would correct it.",
    ]);
    expect(await listCustomers()).toEqual(["Acme 2025-02-03", "Beta ?", "Ceta 2025-01-01"]);
    const { report } = await run(text, { update: true });
    expect(report).toMatchObject({ added: 1, corrected: 2, unchanged: 1 });
    expect(await listCustomers()).toEqual([
      "Acme 2025-02-04",
      "Beta 2024-05-06",
      "Ceta 2025-01-01",
      "Delta ?",
    ]);
    const audit =
      await database.sql`select before, after from audit_log where act = 'correct customer' order by id`;
    expect(audit.map((row) => ({ ...row }))).toEqual([
      { before: { openedOn: "2025-02-03", version: 1 }, after: { openedOn: "2025-02-04", version: 2 } },
      { before: { openedOn: null, version: 1 }, after: { openedOn: "2024-05-06", version: 2 } },
    ]);
  });

  it("is told to whoever has a customer open that it corrects, and to nobody else", async () => {
    await run("customer,opened_on\nAcme,2025-02-03\nBeta,2025-02-03\n");
    await run("customer,opened_on\nAcme,2025-02-04\nBeta,2025-02-03\n", { update: true });
    const rename = async (name: string) => {
      const [row] = await database.sql`select id::integer from customers where name = ${name}`;
      const seen = { subject: "customer" as const, id: row?.id, version: 1 };
      const customer = { customerId: row?.id, version: 1, name: `${name} Ltd`, openedOn: "2025-02-03" };
      return toldChange(db, seen, anna, () =>
        editCustomer(db, { ...customer, actor: anna, now: new Date() }),
      );
    };
    expect(await rename("Acme")).toBe("Cara has changed this customer meanwhile.");
    expect(await rename("Beta")).toBeUndefined();
    expect(await listCustomers()).toEqual(["Acme 2025-02-04", "Beta Ltd 2025-02-03"]);
  });

  it("without a day, or without the column, says nothing about one that is known", async () => {
    await run("customer,opened_on\nAcme,2025-02-03\n");
    expect((await run("customer,opened_on\nAcme,\n")).report).toMatchObject({ applied: true, unchanged: 1 });
    expect((await run("customer\nAcme\n")).report).toMatchObject({ applied: true, unchanged: 1 });
    expect(await listCustomers()).toEqual(["Acme 2025-02-03"]);
  });

  it("is refused when one is there twice, has no name, or no day of the calendar", async () => {
    const { report, problems } = await run(
      "customer,opened_on\nAcme,\n acme ,\n,2025-01-01\nBeta,2025-02-29\nCeta,1066-10-14\n",
    );
    expect(problems).toEqual([
      "3 customer: This customer is already in line 2.",
      "4 customer: The customer is missing.",
      '5 opened_on: "2025-02-29" is no date of the calendar; write it as 2026-03-01.',
      "6 opened_on: 1066-10-14 is before 1900.",
    ]);
    expect(report.applied).toBe(false);
    expect(await listCustomers()).toEqual([]);
  });

  it("refuses a day that is still to come where the team is", async () => {
    const now = new Date("2026-11-24T22:30:00Z");
    const { problems } = await run("customer,opened_on\nAcme,2026-11-25\nBeta,2026-11-26\n", { now });
    expect(problems).toEqual([
      "3 opened_on: This day is still to come. Enter the day the account was opened.",
    ]);
    expect(await listCustomers()).toEqual([]);
  });

  it("lists a row with NUL in its day like any other", async () => {
    const { problems } = await run("customer,opened_on\nAcme,2025-01-01\0\n");
    expect(problems).toEqual([
      '2 opened_on: "2025-01-01\uFFFD" is no date of the calendar; write it as 2026-03-01.',
    ]);
  });

  it("takes the good rows with skipBadRows, and nothing in a dry run", async () => {
    const text = "customer,opened_on\nAcme,\nBeta,soon\n";
    expect((await run(text, { skipBadRows: true, dryRun: true })).report).toMatchObject({ added: 1 });
    expect(await listCustomers()).toEqual([]);
    await run(text, { skipBadRows: true });
    expect(await listCustomers()).toEqual(["Acme ?"]);
  });
});
