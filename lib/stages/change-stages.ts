import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type AuditAct, insertAuditEntry } from "@/db/queries/audit-log";
import { listDealsThatTouched } from "@/db/queries/deal-log";
import { getLastChange } from "@/db/queries/last-change";
import { stageSettings, stages } from "@/db/schema";
import type { Acting } from "@/lib/acting";
import { lockPipelineForAdmin } from "@/lib/import/import-lock";
import { deriveDeals } from "@/lib/log/derive-deals";
import { asAdmin } from "@/lib/members/as-admin";
import { cleanName } from "@/lib/pipeline/clean-name";
import { nameKey } from "@/lib/pipeline/name-key";
import { problemOfStages } from "@/lib/pipeline/stage-list";
import { RuleError } from "@/lib/rule-error";
import { whoHas } from "@/lib/who-has";
import { foreseenOn } from "./foreseen-on";

type StoredStage = typeof stages.$inferSelect;

/** What a change does beside: deals it moved conversations of, and facts for the audit log. */
export type ChangeWork = { tx: Database; touched: Set<number>; told: Record<string, unknown> };

/** Who confirms a what-if, and the stages it was computed on; left out: nothing was foreseen. See foreseen-on.ts. */
export type Confirming = Acting & { foreseen?: string };

/** A stage to be: one with an id is there already. */
export type WantedStage = Omit<StoredStage, "id" | "nameKey" | "position" | "createdAt"> & { id?: number };

const changed = "Somebody has changed the pipeline meanwhile. Look at it as it is now, and try again.";

/** @throws RuleError the stages are no longer those that the what-if was computed on; tells who changed them. */
async function refuseUnforeseen(
  tx: Database,
  list: readonly StoredStage[],
  { actor, foreseen }: Confirming,
): Promise<void> {
  if (foreseen === undefined || foreseen === foreseenOn(list)) return;
  const who = whoHas(await getLastChange(tx, "stages"), actor);
  throw new RuleError(`${who} changed the pipeline meanwhile. This is what it would do now.`);
}

/** Which stage, in the version that was seen. */
export type SeenStage = { stageId: number; version: number };

/** The stage of that id in the version that was seen. @throws RuleError it is gone or was changed since. */
export function seenStage(list: readonly StoredStage[], id: number, version: number): StoredStage {
  const stage = list.find((candidate) => candidate.id === id);
  if (!stage || stage.version !== version) throw new RuleError(changed);
  return stage;
}

/** @throws RuleError the stages are not in the order that was seen. */
export function checkSeenOrder(list: readonly StoredStage[], seen: readonly number[]): void {
  if (list.length !== seen.length || list.some(({ id }, index) => id !== seen[index]))
    throw new RuleError(changed);
}

function isSame(before: StoredStage, after: WantedStage, position: number): boolean {
  const fields = ["name", "outcome", "color", "guide", "quietAfterDays"] as const;
  return (
    before.position === position &&
    (before.archivedAt === null) === (after.archivedAt === null) &&
    before.mergedIntoId === after.mergedIntoId &&
    fields.every((field) => before[field] === after[field])
  );
}

async function store(tx: Database, wanted: WantedStage, position: number, before: StoredStage | undefined) {
  const { id: _, version, ...columns } = wanted;
  const values = { ...columns, name: cleanName(wanted.name), nameKey: nameKey(wanted.name), position };
  const [saved] = before
    ? await tx
        .update(stages)
        .set({ ...values, version: before.version + 1 })
        .where(eq(stages.id, before.id))
        .returning()
    : await tx
        .insert(stages)
        .values({ ...values, version })
        .returning();
  if (!saved) throw new Error("A stage was not stored.");
  return saved;
}

/** @throws RuleError the stages as they shall be are no pipeline. */
function checkPipeline(wanted: readonly WantedStage[]): void {
  const problem = problemOfStages(
    wanted.map(({ name, outcome, archivedAt }) => ({ name, outcome, isArchived: archivedAt !== null })),
  );
  if (problem) throw new RuleError(problem);
}

type Known = ReadonlyMap<number, StoredStage>;

function knownAs({ id }: WantedStage, known: Known): StoredStage | undefined {
  return id === undefined ? undefined : known.get(id);
}

/** Two stages that swap their names would meet on the way; no name begins with a line break. */
async function freeNames(tx: Database, wanted: readonly WantedStage[], known: Known): Promise<void> {
  // A name as it was is no other one, even if an earlier rule gave it another key.
  const renamed = wanted.flatMap((stage) => {
    const before = knownAs(stage, known);
    return before && before.name !== stage.name && before.nameKey !== nameKey(stage.name) ? [before.id] : [];
  });
  if (renamed.length > 0)
    await tx
      .update(stages)
      .set({ nameKey: sql`chr(10) || ${stages.id}` })
      .where(inArray(stages.id, renamed));
}

/** Stores what is new or different; answers with it, and with the stages that mean something else from now on. */
async function storeDifferent(
  tx: Database,
  wanted: readonly WantedStage[],
  known: Known,
  { actor, now }: Acting,
) {
  const before: StoredStage[] = [];
  const after: StoredStage[] = [];
  const meaningChanged = new Set<number>();
  for (const [index, stage] of wanted.entries()) {
    const position = index + 1;
    const was = knownAs(stage, known);
    if (was && isSame(was, stage, position)) continue;
    const saved = await store(tx, stage, position, was);
    if (was) before.push(was);
    after.push(saved);
    const { id: stageId, outcome } = saved;
    if (was && was.outcome === outcome && was.position === position) continue;
    await tx.insert(stageSettings).values({ stageId, position, outcome, setAt: now, setById: actor.id });
    if (was) meaningChanged.add(stageId);
  }
  return { before, after, meaningChanged };
}

/**
 * Changes the pipeline: `decide` is given the stages as they are, in order, and returns them as they shall be,
 * in order; what is left out is dropped. In one transaction under the pipeline lock: rules checked, history and
 * audit log written, and every deal derived anew that ever touched a stage whose outcome or place changed, or that
 * `decide` names beside. Where all is as it was, nothing is written.
 *
 * @throws RuleError the actor is no admin (any more), a stage changed since the what-if, the result is no pipeline, or
 * `decide` refuses.
 */
export async function changeStages(
  db: Database,
  { actor, now, act, foreseen }: Confirming & { act: AuditAct },
  decide: (list: StoredStage[], work: ChangeWork) => WantedStage[] | Promise<WantedStage[]>,
): Promise<void> {
  await asAdmin(db, actor, async (tx) => {
    await lockPipelineForAdmin(tx);
    const list = await tx.select().from(stages).orderBy(asc(stages.position), asc(stages.id));
    const touched = new Set<number>();
    const told = {};
    const wanted = await decide(list, { tx, touched, told });
    // What `decide` refuses says more.
    await refuseUnforeseen(tx, list, { actor, now, foreseen });
    checkPipeline(wanted);
    const dropped = list.filter(({ id }) => !wanted.some((stage) => stage.id === id));
    for (const { id } of dropped) await tx.delete(stages).where(eq(stages.id, id));
    const known = new Map(list.map((stage) => [stage.id, stage]));
    await freeNames(tx, wanted, known);
    const { before, after, meaningChanged } = await storeDifferent(tx, wanted, known, { actor, now });
    if (after.length + dropped.length > 0)
      await insertAuditEntry(tx, {
        memberId: actor.id,
        act,
        subject: "stages",
        before: [...before, ...dropped],
        after: after.map((stage) => ({ ...stage, ...told })),
      });
    for (const stageId of meaningChanged)
      for (const dealId of await listDealsThatTouched(tx, stageId)) touched.add(dealId);
    await deriveDeals(tx, touched);
  });
}
