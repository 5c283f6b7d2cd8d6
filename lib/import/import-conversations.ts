import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { listStages } from "@/db/queries/stages";
import type { Team } from "@/db/queries/team";
import { lockPipelineShared } from "@/lib/log/pipeline-lock";
import { nameKey } from "@/lib/pipeline/name-key";
import { checkSameTeam } from "@/lib/team/same-team";
import { applyConversations } from "./apply-conversations";
import { checkConversationRow } from "./check-conversation-row";
import { type ConversationColumn, conversationColumns } from "./conversation-columns";
import { conversationStaging } from "./conversation-staging";
import { compareWithLog } from "./find-references";
import { type ImportReport, isRefused } from "./import-report";
import type { ImportRun } from "./import-run";
import { lockCustomersOfRows } from "./lock-customers";
import { planConversations } from "./plan-conversations";
import {
  createNames,
  findEmployeesByEmail,
  followMergedCustomers,
  refuseAmbiguousEmployees,
} from "./resolve-names";
import { type FileKind, type FileShape, stageFile } from "./stage-file";
import { countRejected, refuseRepeated } from "./staging";
import { leaveMovedPromises } from "./write-conversations";

async function conversationFile(db: Database, team: Team, now: Date): Promise<FileKind<ConversationColumn>> {
  const stages = await listStages(db);
  const checks = {
    stageIds: new Map(stages.map(({ id, name, mergedIntoId }) => [nameKey(name), mergedIntoId ?? id])),
    stageNames: stages.filter(({ isArchived }) => !isArchived).map(({ name }) => name),
    currencyDigits: team.currencyDigits,
    timeZone: team.timeZone,
    now,
  };
  return {
    columns: conversationColumns,
    staged: conversationStaging,
    check: (cells, separator) => checkConversationRow(cells, { ...checks, decimalComma: separator === ";" }),
    keepOfBad: ({ reference }) => ({ reference: reference || undefined }),
  };
}

async function reportOnRows(db: Database, { report }: ImportRun): Promise<void> {
  const [counts] = await db.execute<{
    withoutReference: number;
    promisedBefore: number;
    unchanged: number;
  }>(sql`
    select (select count(*)::integer from import_rows where not bad and reference is null) as "withoutReference",
      (select count(*)::integer from import_rows where not bad and follow_up_on < local_date) as "promisedBefore",
      (select count(*)::integer from import_seen join import_rows using (line) where same and not bad) as unchanged`);
  Object.assign(report, counts);
  const days = await db.execute<{ customer: string; date: string; count: number }>(sql`
    select (array_agg(customer order by line))[1] as customer, local_date::text as date, (count(*) over ())::integer as count
    from import_rows where not bad
    group by customer_key, local_date
    having max(occurred_at) filter (where not date_only) > min(occurred_at) filter (where date_only)
    order by local_date, customer_key limit 20`);
  report.mixedDays = {
    count: days[0]?.count ?? 0,
    examples: days.map(({ customer, date }) => ({ customer, date })),
  };
}

async function findProblems(
  db: Database,
  { heading }: FileShape<ConversationColumn>,
  { update, report }: ImportRun,
): Promise<void> {
  await refuseRepeated(db, { column: "reference" });
  await refuseAmbiguousEmployees(db);
  await compareWithLog(db, heading.present, update);
  report.rejected = await countRejected(db);
}

function checkWhole({ rows, added, corrected, unchanged, rejected }: ImportReport): void {
  const planned = added + corrected + unchanged + rejected;
  if (planned !== rows) throw new Error(`Of ${rows} rows of a file, ${planned} are accounted for.`);
}

/** Imports a file of conversations in the run's transaction; what it did or found wrong is in the report. */
export async function importConversations(
  db: Database,
  run: ImportRun,
): Promise<FileShape<ConversationColumn> | undefined> {
  const { report, team, memberId, auditedAs, now } = run;
  await lockPipelineShared(db);
  await checkSameTeam(db, team);
  const kind = await conversationFile(db, team, now);
  const shape = await stageFile(db, kind, report, run);
  if (!shape) return undefined;
  await db.execute(sql`create index on import_rows (reference) where reference is not null`);
  await db.execute(sql`analyze import_rows`);
  await lockCustomersOfRows(db);
  await followMergedCustomers(db);
  await findEmployeesByEmail(db);
  await findProblems(db, shape, run);
  if (isRefused(report)) return shape;

  await reportOnRows(db, run);
  const importId = await run.begin();
  const writing = { importId, memberId, auditedAs, now };
  await createNames(db, writing, report);
  await planConversations(db, shape.heading.present, memberId);
  const [planned] = await db.execute<{ added: number; corrected: number }>(sql`
    select count(*) filter (where existing_id is null)::integer as added, count(existing_id)::integer as corrected
    from import_plan`);
  Object.assign(report, planned);
  checkWhole(report);
  const { newDeals } = await applyConversations(db, writing, run.onWritten);
  await leaveMovedPromises(db, writing);
  report.created.deals = newDeals;
  return shape;
}
