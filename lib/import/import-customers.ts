import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type LocalDate, localDateOf } from "@/lib/pipeline/local-date";
import { nameKey } from "@/lib/pipeline/name-key";
import { type CustomerColumn, checkCustomerRow, customerColumns } from "./check-customer-row";
import { isRefused } from "./import-report";
import type { ImportRun } from "./import-run";
import { lockNamedCustomers } from "./lock-customers";
import { createCustomers } from "./resolve-names";
import { type FileKind, type FileShape, stageFile } from "./stage-file";
import { countRejected, refuseRepeated, stageFoundProblems } from "./staging";

function customerFile(today: LocalDate): FileKind<CustomerColumn> {
  return {
    columns: customerColumns,
    staged: { customer: "text", customer_key: "text", opened_on: "date" },
    check: (cells) => checkCustomerRow(cells, today),
    keepOfBad: ({ customer }) => ({ customer_key: customer ? nameKey(customer) : undefined }),
  };
}

async function findProblems(db: Database, update: boolean): Promise<void> {
  await refuseRepeated(db, { column: "customer", key: "customer_key" });
  if (update) return;
  await stageFoundProblems(
    db,
    "opened_on",
    sql`
      select line, 'This customer is already there, opened on ' || customers.opened_on || '; --update would correct it.'
        as reason
      from import_rows as rows join customers on name_key = customer_key
      where not bad and customers.opened_on <> rows.opened_on`,
  );
}

// An unknown opening day is filled, another one corrected; no day in the file says nothing.
async function correctOpenedOn(db: Database, { auditedAs, now }: ImportRun): Promise<number> {
  const { count } = await db.execute(sql`
    with changed as (
      select customers.id, version, customers.opened_on as before, rows.opened_on as after
      from import_rows as rows join customers on name_key = customer_key
      where not bad and rows.opened_on is distinct from customers.opened_on and rows.opened_on is not null
      order by customers.id for update of customers
    ),
    audited as (
      insert into audit_log (at, member_id, act, subject, subject_id, before, after)
      select ${now.toISOString()}::timestamptz, ${auditedAs}::bigint, 'correct customer', 'customer', id::text,
        jsonb_build_object('openedOn', before, 'version', version),
        jsonb_build_object('openedOn', after, 'version', version + 1)
      from changed
    )
    update customers set opened_on = after, version = changed.version + 1 from changed where customers.id = changed.id`);
  return count;
}

// New customers are made first without a day, so they are told apart by the import they came with.
async function openNew(db: Database, importId: number): Promise<void> {
  await db.execute(sql`
    update customers set opened_on = rows.opened_on from import_rows as rows
    where name_key = customer_key and not bad and rows.opened_on is not null
      and import_id = ${importId}::bigint`);
}

/** Imports a file of customers in the run's transaction; what it did or found wrong is in the report. */
export async function importCustomers(
  db: Database,
  run: ImportRun,
): Promise<FileShape<CustomerColumn> | undefined> {
  const { report, team, memberId, auditedAs, now } = run;
  const shape = await stageFile(db, customerFile(localDateOf(now, team.timeZone)), report, run);
  if (!shape) return undefined;
  await db.execute(sql`analyze import_rows`);
  await lockNamedCustomers(db);
  await findProblems(db, run.update);
  report.rejected = await countRejected(db);
  if (isRefused(report)) return shape;

  const importId = await run.begin();
  report.added = await createCustomers(db, { importId, memberId, auditedAs, now });
  report.created.customers = report.added;
  await openNew(db, importId);
  report.corrected = await correctOpenedOn(db, run);
  report.unchanged = report.rows - report.rejected - report.added - report.corrected;
  run.onWritten(report.added + report.corrected);
  return shape;
}
