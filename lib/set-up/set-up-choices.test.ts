import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { findTimeZone } from "./find-time-zone";
import { timeZoneChoices } from "./set-up-choices";

let database: TestDatabase;
const zones = timeZoneChoices().map(({ value }) => value);

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it.each([
  ["Asia/Kolkata", "Asia/Calcutta"],
  ["Europe/Kyiv", "Europe/Kiev"],
  ["America/Argentina/Buenos_Aires", "America/Buenos_Aires"],
  ["Asia/Ho_Chi_Minh", "Asia/Saigon"],
])("lists %s by today's name, and finds it by that and by %s", (today, old) => {
  expect([zones.includes(today), zones.includes(old)]).toEqual([true, false]);
  expect([today, old].map((name) => findTimeZone(zones, name))).toEqual([today, today]);
});

it("finds no time zone that nobody knows", () => {
  expect(findTimeZone(zones, "Mars/Olympus")).toBeUndefined();
});

it("lists each time zone once, in order, by a name that Postgres knows too", async () => {
  expect(zones).toEqual([...new Set(zones)].sort());
  const known = await database.db.execute<{ name: string }>(sql`select name from pg_timezone_names`);
  const names = new Set(known.map(({ name }) => name));
  expect(zones.filter((zone) => !names.has(zone))).toEqual([]);
});
