import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { listDealsThatTouched } from "@/db/queries/deal-log";
import { isStageUsed } from "@/db/queries/stages";
import { deals, stageSettings, stages } from "@/db/schema";
import { deriveAllDeals, deriveDeals } from "@/lib/log/derive-deals";
import { lockPipelineExclusive } from "@/lib/log/pipeline-lock";
import { checkStageRow, type StageColumn, type StageRow, stageColumns } from "./check-stage-row";
import { isRefused } from "./import-report";
import type { ImportRun } from "./import-run";
import { changes, changesMeaning, planStages, type StagePlan, type StageSet } from "./plan-stages";
import { type FileKind, type FileShape, stageFile } from "./stage-file";
import { countRejected, refuseRepeated } from "./staging";

const stagesFile: FileKind<StageColumn> = {
  columns: stageColumns,
  staged: { name: "text", name_key: "text", outcome: "outcome", color: "text", description: "text" },
  check: checkStageRow,
  keepOfBad: () => ({}),
};

async function listStagesNow(db: Database) {
  return db
    .select({
      id: stages.id,
      name: stages.name,
      nameKey: stages.nameKey,
      position: stages.position,
      outcome: stages.outcome,
      color: stages.color,
      guide: stages.guide,
      isArchived: sql<boolean>`${stages.archivedAt} is not null`,
      isUsed: isStageUsed,
    })
    .from(stages)
    .orderBy(asc(stages.position), asc(stages.id));
}

async function readPlan(db: Database, present: ReadonlySet<StageColumn>): Promise<StagePlan> {
  const rows = await db.execute<StageRow>(
    sql`select name, name_key, outcome, color, description from import_rows where not bad order by line`,
  );
  const wanted = [...rows].map((row) => ({
    name: row.name,
    nameKey: row.name_key,
    outcome: row.outcome,
    color: present.has("color") ? row.color : undefined,
    guide: present.has("description") ? row.description : undefined,
  }));
  return planStages(await listStagesNow(db), wanted);
}

async function setStage(db: Database, set: StageSet, { memberId, now }: ImportRun): Promise<void> {
  const { before, isArchived, ...columns } = set;
  const [saved] = before
    ? await db
        .update(stages)
        .set({
          ...columns,
          ...(isArchived ? {} : { archivedAt: null, mergedIntoId: null }),
          version: sql`${stages.version} + 1`,
        })
        .where(eq(stages.id, before.id))
        .returning({ id: stages.id })
    : await db.insert(stages).values(columns).returning({ id: stages.id });
  if (!saved || !changesMeaning(set)) return;
  const { position, outcome } = columns;
  await db
    .insert(stageSettings)
    .values({ stageId: saved.id, position, outcome, setAt: now, setById: memberId });
}

// Who touched a stage whose outcome changed is derived anew; another order may concern every deal.
async function rederive(db: Database, plan: StagePlan): Promise<number> {
  const changed = plan.stages.filter((set) => set.before !== null && changesMeaning(set));
  if (changed.some(({ before, position }) => before?.position !== position)) {
    await deriveAllDeals(db);
    return db.$count(deals);
  }
  const touched = new Set<number>();
  for (const { before } of changed)
    for (const dealId of before ? await listDealsThatTouched(db, before.id) : []) touched.add(dealId);
  await deriveDeals(db, touched);
  return touched.size;
}

const listStored = (db: Database) => db.select().from(stages).orderBy(asc(stages.position), asc(stages.id));

// As the editor of stages audits them, so that whoever edits one meanwhile is told what the import changed.
async function auditStages(
  db: Database,
  plan: StagePlan,
  before: Awaited<ReturnType<typeof listStored>>,
  run: ImportRun,
): Promise<void> {
  const changed = new Set(plan.stages.filter(changes).map(({ nameKey }) => nameKey));
  const removed = new Set(plan.removed.map(({ nameKey }) => nameKey));
  if (changed.size === 0 && removed.size === 0) return;
  await insertAuditEntry(db, {
    memberId: run.auditedAs,
    act: "change stages",
    subject: "stages",
    before: before.filter(({ nameKey }) => changed.has(nameKey) || removed.has(nameKey)),
    after: (await listStored(db)).filter(({ nameKey }) => changed.has(nameKey)),
  });
}

async function applyPlan(db: Database, plan: StagePlan, run: ImportRun): Promise<void> {
  const { report } = run;
  const before = await listStored(db);
  const removed = plan.removed.map(({ id }) => id);
  if (removed.length > 0) {
    await db.update(stages).set({ mergedIntoId: null }).where(inArray(stages.mergedIntoId, removed));
    await db.delete(stages).where(inArray(stages.id, removed));
  }
  for (const set of plan.stages) if (changes(set)) await setStage(db, set, run);
  await auditStages(db, plan, before, run);
  const inFile = plan.stages.filter(({ isArchived }) => !isArchived);
  report.added = inFile.filter(({ before }) => before === null).length;
  report.corrected = inFile.filter((set) => set.before !== null && changes(set)).length;
  report.unchanged = inFile.length - report.added - report.corrected;
  report.removedStages = plan.removed.map(({ name }) => name);
  report.rederivedDeals = await rederive(db, plan);
}

/** Imports the whole pipeline in the run's transaction; what it did or found wrong is in the report. */
export async function importStages(
  db: Database,
  run: ImportRun,
): Promise<FileShape<StageColumn> | undefined> {
  const { report } = run;
  await lockPipelineExclusive(db);
  const shape = await stageFile(db, stagesFile, report, run);
  if (!shape) return undefined;
  await refuseRepeated(db, { column: "name", key: "name_key", what: "stage" });
  report.rejected = await countRejected(db);
  const plan = await readPlan(db, shape.heading.present);
  if (report.rejected === 0) report.refusals.push(...plan.refusals);
  if (isRefused(report)) return shape;
  await run.begin();
  await applyPlan(db, plan, run);
  return shape;
}
