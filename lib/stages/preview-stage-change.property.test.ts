import { asc } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { listDealStates } from "@/db/queries/deal-states";
import {
  auditLog,
  conversations,
  conversationVersions,
  dealStates,
  stageSettings,
  stages,
} from "@/db/schema";
import { logConversation } from "@/lib/log/log-conversation";
import { rebuildStates } from "@/lib/log/rebuild-states";
import { outcomes } from "@/lib/pipeline/outcome";
import { RuleError } from "@/lib/rule-error";
import { emptyLog } from "@/tests/support/as-of";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { archiveStage, restoreStage } from "./archive-stage";
import { changeStageOutcome } from "./change-stage-outcome";
import { mergeStage } from "./merge-stage";
import { orderStages } from "./order-stages";
import { previewStageChange } from "./preview-stage-change";
import { readStageFigures } from "./stage-figures";

const timeZone = "Africa/Johannesburg";
const now = new Date("2026-06-15T12:00:00Z");
const today = "2026-06-15";
const asked = { today, currencyDigits: 2 };

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
let customerIds: number[];

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db, timeZone);
  customerIds = [await addCustomer(database.db, "Springbok"), await addCustomer(database.db, "Steenbok")];
});
afterAll(() => database.drop());

const said = fc.record({
  customer: fc.nat({ max: 1 }),
  month: fc.integer({ min: 1, max: 6 }),
  day: fc.integer({ min: 1, max: 14 }),
  stage: fc.nat({ max: 5 }),
  amount: fc.option(fc.constantFrom("10", "99.95"), { nil: null }),
  deal: fc.constantFrom("decide", "decide", "new"),
});
const change = fc.record({
  kind: fc.constantFrom("outcome", "merge", "order", "archive", "restore"),
  stage: fc.nat({ max: 5 }),
  other: fc.nat({ max: 5 }),
  outcome: fc.constantFrom(...outcomes),
});
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;
type Said = typeof said extends fc.Arbitrary<infer Value> ? Value : never;

const list = (db: Database) => db.select().from(stages).orderBy(asc(stages.position));

async function log(db: Database, { customer, month, day, stage, deal, amount }: Said): Promise<void> {
  const inUse = (await list(db)).filter(({ archivedAt }) => archivedAt === null);
  const entry = talk({
    customerId: customerIds[customer] as number,
    heldById: cast.anna.id,
    on: `2026-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
    stageId: inUse[stage % inUse.length]?.id as number,
    amount,
    deal: deal === "new" ? "new" : "decide",
  });
  await logConversation(db, entry, { actor: cast.anna, timeZone, now });
}

/** The same change each time it is run: what it was decided on is what stands there now. */
async function actOf(wanted: Change) {
  const all = await list(database.db);
  const [stage, other] = [all[wanted.stage], all[wanted.other]];
  if (!stage || !other) throw new Error("The cast has six stages.");
  const seen = { stageId: stage.id, version: stage.version, actor: cast.cara, now };
  const ids = all.map(({ id }) => id);
  const swapped = ids.map((id) => (id === stage.id ? other.id : id === other.id ? stage.id : id));
  const acts: Record<Change["kind"], (db: Database) => Promise<void>> = {
    outcome: (db) => changeStageOutcome(db, { ...seen, outcome: wanted.outcome }),
    merge: (db) => mergeStage(db, { ...seen, intoId: other.id }),
    order: (db) => orderStages(db, { actor: cast.cara, now, seen: ids, wanted: swapped }),
    archive: (db) => archiveStage(db, seen),
    restore: (db) => restoreStage(db, seen),
  };
  return acts[wanted.kind];
}

async function content(db: Database) {
  return {
    stages: await list(db),
    states: await db.select().from(dealStates).orderBy(asc(dealStates.dealId), asc(dealStates.fromOn)),
    log: await db.select().from(conversations).orderBy(asc(conversations.id)),
    counts: [
      await db.$count(conversationVersions),
      await db.$count(stageSettings),
      await db.$count(auditLog),
    ],
  };
}

async function outcomesNow(db: Database): Promise<Map<number, string>> {
  const ids = (await db.selectDistinct({ id: dealStates.dealId }).from(dealStates)).map(({ id }) => id);
  return new Map((await listDealStates(db, ids)).map(({ dealId, outcome }) => [dealId, outcome]));
}

test("the what-if is what the figures are after saving, and until then nothing has changed", async () => {
  const { db } = database;
  const script = fc.tuple(
    fc.array(said, { minLength: 3, maxLength: 14 }),
    fc.array(change, { minLength: 1, maxLength: 4 }),
  );
  await fc.assert(
    fc.asyncProperty(script, async ([talks, changes]) => {
      await emptyLog(db);
      for (const one of talks) await log(db, one);
      for (const wanted of changes) {
        const act = await actOf(wanted);
        const untouched = await content(db);
        const before = await outcomesNow(db);
        const refusalOf = (run: Promise<unknown>) =>
          run.then(
            () => null,
            (error: unknown) => {
              if (error instanceof RuleError) return error.message;
              throw error;
            },
          );
        let preview: Awaited<ReturnType<typeof previewStageChange>> | undefined;
        const foreseen = await refusalOf(
          previewStageChange(db, act, { ...asked, movesConversations: wanted.kind === "merge" }).then(
            (found) => {
              preview = found;
            },
          ),
        );
        expect(await content(db)).toEqual(untouched);
        expect(await refusalOf(act(db))).toBe(foreseen);
        if (!preview) continue;
        expect(await readStageFigures(db, today, 2)).toEqual(preview.after);
        const after = await outcomesNow(db);
        for (const outcome of outcomes) {
          const became = [...after].filter(([id, is]) => is === outcome && before.get(id) !== is);
          expect(preview.become[outcome]).toBe(became.length);
        }
        expect((await rebuildStates(db)).differences).toEqual([]);
        const versions = (await db.select({ version: conversations.version }).from(conversations)).reduce(
          (sum, { version }) => sum + version,
          0,
        );
        expect(await db.$count(conversationVersions)).toBe(versions);
      }
    }),
    { numRuns: 10 },
  );
}, 120_000);
