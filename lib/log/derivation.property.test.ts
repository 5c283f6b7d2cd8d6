import { asc, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { conversations, dealOwners, deals, stages } from "@/db/schema";
import { outcomes } from "@/lib/pipeline/outcome";
import { RuleError } from "@/lib/rule-error";
import { changeStageOutcome } from "@/lib/stages/change-stage-outcome";
import { anyFilter, emptyLog, expectAsOfIsCutOff } from "@/tests/support/as-of";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { correctConversation, deleteConversation } from "./change-conversation";
import { deriveDeals } from "./derive-deals";
import { logConversation } from "./log-conversation";
import { rebuildStates } from "./rebuild-states";
import { undoChange } from "./undo-change";

// Kathmandu is 5:45 ahead of UTC, so local dates and UTC dates part in the middle of a working day.
const timeZone = "Asia/Kathmandu";
const now = new Date("2026-06-30T12:00:00Z");
const patience = 120_000;

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
let customerIds: number[];

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db, timeZone);
  customerIds = [await addCustomer(database.db, "Springbok"), await addCustomer(database.db, "Steenbok")];
});
afterAll(() => database.drop());

const pick = fc.nat({ max: 50 });
const said = fc.record({
  customer: fc.nat({ max: 1 }),
  on: fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom("", "T00:10", "T05:30", "T23:50"))
    .map(([day, time]) => `2026-05-${String(day).padStart(2, "0")}${time}`),
  held: fc.constantFrom("anna", "ben"),
  stage: fc.option(fc.nat({ max: 5 }), { nil: null, freq: 6 }),
  amount: fc.option(fc.constantFrom("0", "10", "99.95"), { nil: null }),
  deal: fc.constantFrom("decide", "decide", "decide", "new", "x", "y"),
});
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("log"), said }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("correct"), said, pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("delete"), pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("undo"), pick }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("outcome"), pick, outcome: fc.constantFrom(...outcomes) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("reassign"), pick, day: fc.integer({ min: 1, max: 12 }) }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;
type Said = typeof said extends fc.Arbitrary<infer Value> ? Value : never;

function at<Item>(list: readonly Item[], index: number): Item | undefined {
  return list[index % list.length];
}

function entryOf({ customer, on, held, stage, amount, deal }: Said) {
  return talk(
    {
      customerId: customerIds[customer] as number,
      heldById: held === "anna" ? cast.anna.id : cast.ben.id,
      on,
      stageId: stage === null ? null : (at(Object.values(cast.stages), stage) as number),
      amount: stage === null ? null : amount,
      deal:
        stage === null || deal === "decide" || deal === "new"
          ? deal === "new"
            ? "new"
            : "decide"
          : { name: deal },
    },
    timeZone,
  );
}

async function perform(db: Database, step: Act): Promise<void> {
  const actor = cast.cara;
  const log = await db.select().from(conversations).orderBy(asc(conversations.id));
  if (step.kind === "log") {
    await logConversation(db, entryOf(step.said), { actor, timeZone, now });
    return;
  }
  if (step.kind === "outcome") {
    const stageId = at(Object.values(cast.stages), step.pick) as number;
    const [stage] = await db.select().from(stages).where(eq(stages.id, stageId));
    const version = stage?.version as number;
    await changeStageOutcome(db, { stageId, version, outcome: step.outcome, actor, now });
    return;
  }
  const conversation = at(log, step.pick);
  if (!conversation) return;
  if (step.kind === "reassign") {
    if (conversation.dealId === null) return;
    const fromOn = `2026-05-${String(step.day).padStart(2, "0")}`;
    await db
      .insert(dealOwners)
      .values({ dealId: conversation.dealId, fromOn, memberId: cast.ben.id, assignedById: actor.id })
      .onConflictDoNothing();
    await deriveDeals(db, [conversation.dealId]);
    return;
  }
  const who = { conversationId: conversation.id, version: conversation.version, actor, now };
  if (step.kind === "delete") await deleteConversation(db, who);
  else if (step.kind === "undo") await undoChange(db, who);
  else {
    const { customerId, deal, deviceId, deviceRecordedAt, ...content } = entryOf(step.said);
    await correctConversation(db, { ...who, content, timeZone, deal: deal === "decide" ? undefined : deal });
  }
}

async function playOut(db: Database, acts: readonly Act[]): Promise<void> {
  await emptyLog(db);
  for (const step of acts) {
    try {
      await perform(db, step);
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
    }
  }
}

test(
  "rebuilt equals stored after any sequence of log, late entry, correct, delete, undo, outcome change, reassignment",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 25 }), async (acts) => {
        await playOut(database.db, acts);
        const { differences } = await rebuildStates(database.db);
        expect(differences).toEqual([]);
      }),
      { numRuns: 60 },
    );
  },
  patience,
);

test(
  "as of T equals a database with only the conversations up to T and today's memberships, owners and stages",
  async () => {
    const filter = anyFilter(12, () => [cast.anna.id, cast.ben.id]);
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 25 }), filter, async (acts, asked) => {
        await playOut(database.db, acts);
        await expectAsOfIsCutOff(database.db, asked);
      }),
      { numRuns: 60 },
    );
  },
  patience,
);

test("a state that was written by hand is found and put right", async () => {
  await playOut(database.db, [
    {
      kind: "log",
      said: { customer: 0, on: "2026-05-03", held: "anna", stage: 1, amount: "10", deal: "decide" },
    },
  ]);
  await database.db.execute(sql`update deal_states set amount = 11`);
  expect((await rebuildStates(database.db)).differences).toHaveLength(1);
  expect((await rebuildStates(database.db)).differences).toEqual([]);
  expect(await database.db.$count(deals, eq(deals.customerId, customerIds[0] as number))).toBe(1);
});
