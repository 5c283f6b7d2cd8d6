import { asc, eq, gt, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import type { FigureFilter } from "@/db/queries/figure-filter";
import { conversations, conversationVersions, dealOwners, deals, stages } from "@/db/schema";
import { readAnalysis } from "@/lib/figures/analysis";
import { readFunnel } from "@/lib/figures/funnel";
import { readGridPage, readGridTotals } from "@/lib/figures/grid";
import { readOverview } from "@/lib/figures/overview";
import { readTimeInStage } from "@/lib/figures/time-in-stage";
import { readTrends } from "@/lib/figures/trends";
import { outcomes } from "@/lib/pipeline/outcome";
import { RuleError } from "@/lib/rule-error";
import { changeStageOutcome } from "@/lib/stages/change-stage-outcome";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { correctConversation, deleteConversation, undoChange } from "./change-conversation";
import { deriveAllDeals, deriveDeals } from "./derive-deals";
import { logConversation } from "./log-conversation";
import { rebuildStates } from "./rebuild-states";

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
  await db.execute(
    sql`truncate conversations, conversation_versions, deals, deal_owners, deal_states, deal_spans restart identity cascade`,
  );
  for (const step of acts) {
    try {
      await perform(db, step);
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
    }
  }
}

async function everyFigure(db: Database, filter: FigureFilter) {
  const view = {
    stageId: null,
    search: "",
    sort: "stage",
    descending: false,
    after: null,
    limit: 100,
  } as const;
  return {
    overview: await readOverview(db, filter, 2),
    totals: await readGridTotals(db, filter, 2),
    grid: await readGridPage(db, filter, view, 2),
    analysis: await readAnalysis(db, filter),
    funnel: await readFunnel(db, filter),
    timeInStage: await readTimeInStage(db, filter),
    trends: await readTrends(db, filter),
  };
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
    const day = fc.integer({ min: 1, max: 12 }).map((of) => `2026-05-${String(of).padStart(2, "0")}`);
    const filter = fc.record({
      to: day,
      since: fc.option(day, { nil: null }),
      held: fc.constantFrom(null, "anna", "ben"),
    });
    const undone = new Error("Only to see what it would be.");
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 3, maxLength: 25 }),
        filter,
        async (acts, { to, since, held }) => {
          await playOut(database.db, acts);
          const asked = {
            from: since !== null && since > to ? to : since,
            to,
            salespersonId: held === null ? null : cast[held as "anna" | "ben"].id,
          };
          const asOf = await everyFigure(database.db, asked);
          await expect(
            database.db.transaction(async (tx) => {
              await tx.delete(conversationVersions);
              await tx.delete(conversations).where(gt(conversations.localDate, to));
              await deriveAllDeals(tx);
              expect(await everyFigure(tx, asked)).toEqual(asOf);
              throw undone;
            }),
          ).rejects.toBe(undone);
        },
      ),
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
