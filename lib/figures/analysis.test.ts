import { afterAll, beforeAll, expect, test } from "vitest";
import { deleteConversation } from "@/lib/log/change-conversation";
import { logConversation } from "@/lib/log/log-conversation";
import { undoChange } from "@/lib/log/undo-change";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { readAnalysis } from "./analysis";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-05-31T12:00:00Z");

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterAll(() => database.drop());

async function proposalSent() {
  const rows = await readAnalysis(database.db, { from: null, to: "2026-05-31", salespersonId: null });
  return rows.find(({ stage }) => stage.name === "Proposal sent");
}

test("a deleted conversation counts in no column though its deal goes on, and does again once that is undone", async () => {
  const customerId = await addCustomer(database.db, "A");
  const said = { customerId, heldById: cast.anna.id };
  const who = { actor: cast.anna, timeZone: cast.timeZone, now };
  const demo = talk({ ...said, on: "2026-05-01", stageId: cast.stages["Demo given"] });
  await logConversation(database.db, demo, who);
  const proposal = talk({ ...said, on: "2026-05-02", stageId: cast.stages["Proposal sent"] });
  const { id: conversationId, version } = await logConversation(database.db, proposal, who);
  expect(await proposalSent()).toMatchObject({ inProcess: 1, stillOpen: 1, customers: 1 });

  const change = { conversationId, actor: cast.anna, now };
  const deleted = await deleteConversation(database.db, { ...change, version });
  expect(await proposalSent()).toMatchObject({ inProcess: 0, stillOpen: 0, customers: 0 });
  await undoChange(database.db, { ...change, version: deleted.version });
  expect(await proposalSent()).toMatchObject({ inProcess: 1, stillOpen: 1, customers: 1 });
});
