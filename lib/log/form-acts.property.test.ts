import { asc } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { getTeam, type Team } from "@/db/queries/team";
import { conversations, conversationVersions, stages } from "@/db/schema";
import { outcomes } from "@/lib/pipeline/outcome";
import { RuleError } from "@/lib/rule-error";
import { changeStageOutcome } from "@/lib/stages/change-stage-outcome";
import { anyFilter, emptyLog, expectAsOfIsCutOff } from "@/tests/support/as-of";
import { addCustomer, castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { deleteConversation } from "./change-conversation";
import { completeFollowUp } from "./complete-follow-up";
import { correctFromForm } from "./correct-from-form";
import { logFromForm } from "./log-from-form";
import { emptyLogValues, type LogValues, logValuesOf } from "./log-values";
import { rebuildStates } from "./rebuild-states";
import { undoChange } from "./undo-change";

// What the app's own actions run, on forms as people send them: answered, asked back or refused.
const timeZone = "Asia/Kathmandu";
const now = new Date("2026-06-30T12:00:00Z");
const today = "2026-06-30";
const patience = 240_000;
const names = ["Springbok", "Steenbok"];

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
let team: Team;

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db, timeZone);
  for (const name of names) await addCustomer(database.db, name);
  const found = await getTeam(database.db);
  if (!found) throw new Error("The cast has a team.");
  team = found;
});
afterAll(() => database.drop());

const pick = fc.nat({ max: 50 });
const said = fc.record({
  customer: fc.constantFrom(...names),
  stage: fc.nat({ max: 6 }),
  day: fc.integer({ min: 1, max: 31 }),
  time: fc.constantFrom("", "00:10", "05:30", "23:50"),
  amount: fc.constantFrom("", "", "0", "10", "99.95", "1.005"),
  deal: fc.constantFrom("", "", "", "new", "named", "1", "2"),
  dealName: fc.constantFrom("x", "y", ""),
  heldBy: fc.constantFrom("anna", "ben"),
  followUp: fc.constantFrom("", "tomorrow", "date"),
});
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("log"), said }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("correct"), said, pick, isStale: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("delete"), pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("undo"), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("tick"), pick }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("outcome"), pick, outcome: fc.constantFrom(...outcomes) }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;
type Said = typeof said extends fc.Arbitrary<infer Value> ? Value : never;

function valuesOf({ stage, day, heldBy, ...fields }: Said): LogValues {
  const stageId = Object.values(cast.stages)[stage];
  return {
    ...emptyLogValues,
    ...fields,
    stage: stageId === undefined ? "" : String(stageId),
    date: `2026-05-${String(day).padStart(2, "0")}`,
    heldBy: String(cast[heldBy as "anna" | "ben"].id),
    followUpOn: "2026-06-01",
  };
}

async function perform(db: Database, step: Act): Promise<void> {
  const present = { member: cast.cara, team, today };
  if (step.kind === "log") {
    await logFromForm(db, valuesOf(step.said), present, now);
    return;
  }
  if (step.kind === "outcome") {
    const list = await db.select().from(stages).orderBy(asc(stages.position));
    const stage = list[step.pick % list.length] as (typeof list)[number];
    const { id: stageId, version } = stage;
    await changeStageOutcome(db, { stageId, version, outcome: step.outcome, actor: cast.cara, now });
    return;
  }
  const log = await db.select().from(conversations).orderBy(asc(conversations.id));
  const conversation = log[step.pick % log.length];
  if (!conversation) return;
  const { id: conversationId, version } = conversation;
  const who = { conversationId, version, actor: cast.cara, now };
  if (step.kind === "delete") await deleteConversation(db, who);
  else if (step.kind === "undo") await undoChange(db, who);
  else if (step.kind === "tick")
    await completeFollowUp(db, { ...who, isDone: conversation.completedAt === null });
  else {
    const values = { ...logValuesOf({ ...conversation, withWhom: null }, team), ...valuesOf(step.said) };
    const seen = step.isStale ? Math.max(1, version - 1) : version;
    await correctFromForm(db, { conversationId, version: seen, values }, present, now);
  }
}

const acts = fc.array(act, { minLength: 3, maxLength: 25 });

async function playOut(db: Database, steps: readonly Act[]): Promise<void> {
  await emptyLog(db);
  for (const step of steps) {
    try {
      await perform(db, step);
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
    }
  }
}

test(
  "rebuilt equals stored, and every save has its version, after any sequence of forms",
  async () => {
    const { db } = database;
    await fc.assert(
      fc.asyncProperty(acts, async (steps) => {
        await playOut(db, steps);
        expect((await rebuildStates(db)).differences).toEqual([]);
        const log = await db.select({ version: conversations.version }).from(conversations);
        const saves = log.reduce((sum, { version }) => sum + version, 0);
        expect(await db.$count(conversationVersions)).toBe(saves);
      }),
      { numRuns: 25 },
    );
  },
  patience,
);

test(
  "after any sequence of forms, as of T equals a database that is cut off there",
  async () => {
    const filter = anyFilter(31, () => [cast.anna.id, cast.ben.id]);
    await fc.assert(
      fc.asyncProperty(acts, filter, async (steps, asked) => {
        await playOut(database.db, steps);
        await expectAsOfIsCutOff(database.db, asked);
      }),
      { numRuns: 25 },
    );
  },
  patience,
);
