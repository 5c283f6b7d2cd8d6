import { afterAll, beforeAll, expect, test } from "vitest";
import { team } from "@/db/schema";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";

let first: TestDatabase;
let second: TestDatabase;

beforeAll(async () => {
  [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});

afterAll(() => Promise.all([first.drop(), second.drop()]));

test("each test database is migrated, empty and nobody else's", async () => {
  await first.db.insert(team).values({
    name: "Highveld",
    currency: "ZAR",
    currencyDigits: 2,
    timeZone: "Africa/Johannesburg",
    locale: "en-ZA",
    firstDayOfWeek: 1,
  });
  expect(await first.db.$count(team)).toBe(1);
  expect(await second.db.$count(team)).toBe(0);
});
