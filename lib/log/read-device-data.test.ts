import { afterAll, beforeAll, expect, test } from "vitest";
import { findLikelyCustomers } from "@/db/queries/customer-choices";
import { listOwnTalks } from "@/db/queries/device-data";
import { getTeam } from "@/db/queries/team";
import { archiveCustomer } from "@/lib/customers/change-customer";
import { snoozeFollowUp } from "@/lib/follow-ups/snooze-follow-up";
import { teamFormats } from "@/lib/format/team-formats";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { deleteConversation } from "./change-conversation";
import { lookUpCustomers } from "./customer-said";
import { logConversation, type NewConversation } from "./log-conversation";
import { readDeviceData } from "./read-device-data";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const today = "2026-06-24";
const now = new Date("2026-06-24T12:00:00Z");

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterAll(() => database.drop());

async function log(customerId: number, given: Partial<NewConversation> = {}) {
  const entry = talk({ customerId, heldById: cast.anna.id, on: "2026-06-01", ...given });
  return logConversation(database.db, entry, { actor: cast.anna, timeZone: cast.timeZone, now });
}

test("a device keeps what is due first as the pages tell it, and whom its own member is likely to log for", async () => {
  const { db } = database;
  const [aloe, baobab, cycad, dombeya] = await Promise.all(
    ["Aloe", "Baobab", "Cycad", "Dombeya"].map((name) => addCustomer(db, name)),
  );
  if (!aloe || !baobab || !cycad || !dombeya) throw new Error("Four customers were added.");
  const snoozed = await log(aloe, { followUpOn: "2026-06-10" });
  const reminder = { seenOn: "2026-06-10", untilOn: "2026-06-26", reason: "On leave", today, now };
  await snoozeFollowUp(db, { ...reminder, conversationId: snoozed.id, actor: cast.anna });
  await log(baobab, { heldById: cast.ben.id, followUpOn: "2026-06-12" });
  const done = await log(cycad, { followUpOn: "2026-06-11" });
  await log(cycad, { followsUpId: done.id });
  const erica = await addCustomer(db, "Erica, archived");
  await log(erica, { followUpOn: "2026-06-09" });
  await archiveCustomer(db, { customerId: erica, version: 1, actor: cast.anna, now });
  await log(dombeya, { followUpOn: "2026-06-25" });
  await log(dombeya, { followUpOn: "2026-06-20" });

  const team = await getTeam(db);
  if (!team) throw new Error("The cast has a team.");
  const data = await readDeviceData(db, { member: { id: cast.anna.id, name: "Anna" }, team }, now);
  expect(data.customers.map(({ stage, ...customer }) => customer)).toEqual([
    { id: baobab, name: "Baobab", dueOn: "2026-06-12" },
    { id: dombeya, name: "Dombeya", dueOn: "2026-06-20" },
    { id: aloe, name: "Aloe", dueOn: "2026-06-10", remindOn: "2026-06-26" },
    { id: cycad, name: "Cycad", dueOn: null },
  ]);
  const looking = { search: "", memberId: cast.anna.id, limit: 5, formats: teamFormats(team), today };
  const online = (await lookUpCustomers(db, looking)).map(({ id }) => id);
  expect(data.likelyIds).toEqual(online);
  expect(data.likelyIds?.[0]).toBe(dombeya);

  const bens = await log(baobab, { heldById: cast.ben.id });
  const likely = await findLikelyCustomers(db, { memberId: cast.anna.id, today, limit: 5 });
  expect(likely, "whom one recorded for somebody else").toContain(baobab);
  const own = await listOwnTalks(db, { memberId: cast.ben.id, limit: 5 });
  expect(own[0]?.id).toBe(bens.id);
  await deleteConversation(db, { conversationId: bens.id, version: 1, actor: cast.ben, now });
  expect(await listOwnTalks(db, { memberId: cast.ben.id, limit: 5 })).toEqual(own.slice(1));
});
