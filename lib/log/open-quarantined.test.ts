import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getQuarantined, insertQuarantined } from "@/db/queries/quarantine";
import { getTeam } from "@/db/queries/team";
import { channels, members, stages, topics } from "@/db/schema";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { logConversation } from "./log-conversation";
import { emptyLogValues } from "./log-values";
import { openQuarantined } from "./open-quarantined";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-06-30T12:00:00Z");

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterAll(() => database.drop());

test("what an entry chose is called by name: archived, merged, held by a removed member, on a deal", async () => {
  const { db } = database;
  const customerId = await addCustomer(db, "Lynx Leasing");
  const stageId = cast.stages["Demo given"];
  const { dealId } = await logConversation(
    db,
    talk({ customerId, heldById: cast.anna.id, on: "2026-05-04", stageId, amount: "40" }),
    { actor: cast.anna, timeZone: cast.timeZone, now },
  );
  const label = (name: string) => ({ name, nameKey: name.toLowerCase() });
  const [fax] = await db
    .insert(channels)
    .values({ ...label("Fax"), archivedAt: now })
    .returning();
  const [tyres] = await db.insert(topics).values(label("Tyres")).returning();
  const [wheels] = await db
    .insert(topics)
    .values({ ...label("Wheels"), archivedAt: now, mergedIntoId: tyres?.id })
    .returning();
  await db.update(stages).set({ archivedAt: now }).where(eq(stages.id, stageId));
  await db.update(members).set({ removedAt: now }).where(eq(members.id, cast.ben.id));
  const entry = {
    ...{ ...emptyLogValues, customer: "Lynx Leasing", customerId: String(customerId), deal: String(dealId) },
    ...{ stage: String(stageId), channel: String(fax?.id), topic: String(wheels?.id) },
    heldBy: String(cast.ben.id),
  };
  const deviceId = "0b6a2f0e-5a53-4b44-9c0f-6f2f3c1f7a10";
  await insertQuarantined(db, {
    ...{ memberId: cast.anna.id, deviceId, entry, deviceRecordedAt: now, receivedAt: now },
  });
  const kept = await getQuarantined(db, 1);
  const team = await getTeam(db);
  if (!kept || !team) throw new Error("Both are there.");
  const { values, choices, context } = await openQuarantined(db, kept, { team, today: "2026-06-30" });
  expect(values.topic).toBe(String(tyres?.id));
  const named = (list: readonly { id: number; name: string }[], id: string) =>
    list.find((choice) => String(choice.id) === id)?.name;
  expect(named(choices.channels, values.channel)).toBe("Fax");
  expect(named(choices.topics, values.topic)).toBe("Tyres");
  expect(named(choices.stages, values.stage)).toBe("Demo given");
  expect(named(choices.holders, values.heldBy)).toBe("Ben");
  expect(context?.deals.map(({ id }) => id)).toEqual([dealId]);
  expect(context?.deals[0]?.label).toContain("Demo given");
});
