import { drizzle } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import * as schema from "@/db/schema";
import { conversations, conversationVersions, deals } from "@/db/schema";
import { logConversation } from "@/lib/log/log-conversation";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { type CuttingRelay, startCuttingRelay } from "./cutting-relay";

const now = new Date("2026-06-30T12:00:00Z");
const deviceId = "5a4f5c1e-6f0b-4c53-9a57-0d6f4c4bb001";

let database: TestDatabase;
let relay: CuttingRelay;
let sql: Sql;
let distant: Database;
let cast: Awaited<ReturnType<typeof castTeam>>;
let customerId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  customerId = await addCustomer(database.db, "Springbok");
  const { PGHOST, PGPORT, PGUSER, PGDATABASE } = database.env;
  relay = await startCuttingRelay({ host: PGHOST, port: Number(PGPORT) });
  sql = postgres({
    host: relay.host,
    port: Number(PGPORT),
    user: PGUSER,
    database: PGDATABASE,
    max: 1,
    prepare: false,
    onnotice: () => {},
  });
  distant = drizzle(sql, { schema, casing: "snake_case" });
});

afterAll(async () => {
  await sql.end({ timeout: 1 });
  await relay.close();
  await database.drop();
});

function log(id: string) {
  const entry = talk({
    customerId,
    heldById: cast.anna.id,
    on: "2026-06-29T09:00",
    stageId: cast.stages["Contact made"],
    deal: "new",
    deviceId: id,
  });
  return logConversation(distant, entry, { actor: cast.anna, timeZone: cast.timeZone, now });
}

async function counts() {
  const { db } = database;
  return [await db.$count(conversations), await db.$count(conversationVersions), await db.$count(deals)];
}

test("a commit that was done but not answered, sent again, is one conversation", async () => {
  relay.cutNext("after");
  await expect(log(deviceId)).rejects.toThrow();
  await expect.poll(counts).toEqual([1, 1, 1]);
  const again = await log(deviceId);
  expect(again).toMatchObject({ deviceId, version: 1 });
  expect(await counts()).toEqual([1, 1, 1]);
});

test("a commit that never arrived leaves nothing, and sent again is one conversation", async () => {
  const other = deviceId.replace(/1$/, "2");
  relay.cutNext("before");
  await expect(log(other)).rejects.toThrow();
  expect(await counts()).toEqual([1, 1, 1]);
  await log(other);
  expect(await counts()).toEqual([2, 2, 2]);
});
