import { afterAll, beforeAll, expect, test } from "vitest";
import { castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { readPageFilter } from "./page-filter";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
const team = { locale: "en-GB", currency: "ZAR", currencyDigits: 2, timeZone: "Africa/Johannesburg" };
afterAll(() => database.drop());

test("a page compares a salesperson with the same one before, dates of a calendar preset as that preset", async () => {
  const salesperson = String(cast.anna.id);
  const october = { from: "2026-10-01", to: "2026-10-31", salesperson };
  const previousOf = async (params: Record<string, string>) =>
    (await readPageFilter(database.db, params, "2026-11-24", team)).previous;
  expect(await previousOf({ ...october, period: "last-month" })).toEqual({
    from: "2026-09-01",
    to: "2026-09-30",
    salespersonId: cast.anna.id,
  });
  expect(await previousOf(october)).toMatchObject({ from: "2026-08-31", salespersonId: cast.anna.id });
  expect(await previousOf({ salesperson })).toBeNull();
});

test("a page says what of the dates cannot be used as the team writes dates, and what it shows instead", async () => {
  const noticesOf = async (params: Record<string, string>) =>
    (await readPageFilter(database.db, params, "2026-11-24", team)).notices;
  const reversed = { from: "2026-11-20", to: "2026-11-10" };
  expect(await noticesOf(reversed)).toEqual(["20 Nov 2026 is after 10 Nov 2026; all time is shown."]);
  expect(await noticesOf({ ...reversed, period: "last-month" })).toEqual([
    "20 Nov 2026 is after 10 Nov 2026; “Last month” is shown.",
  ]);
  expect(await noticesOf({ to: "2026-11-25" })).toEqual([
    "25 Nov 2026 is in the future; today, 24 Nov 2026, is shown.",
  ]);
});
