import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Problem } from "./cell-checks";

/** The columns of a staging table beside the line, with their SQL types. */
export type StagedColumns = Readonly<Record<string, string>>;

/**
 * A row as it is staged, beside the columns of its kind. A bad one keeps what is needed to list it and to find
 * others like it. `cells`: as written; absent where nobody will ask for them.
 */
export type StagedRow = { line: number; bad: boolean; cells?: readonly string[] };

/** A bad row of the file with everything that is wrong with it. */
export type RejectedRow = { line: number; cells: string[]; problems: Problem[] };

function columnList(columns: StagedColumns): SQL {
  const typed = Object.entries({ line: "integer", bad: "boolean", cells: "jsonb", ...columns });
  return sql.raw(typed.map(([name, type]) => `${name} ${type}`).join(", "));
}

/**
 * Makes the two tables of a running import: `import_rows`, the rows of the file, and `import_problems`, what
 * is wrong with them. They live in this transaction only.
 */
export async function createStaging(db: Database, columns: StagedColumns): Promise<void> {
  await dropStaging(db);
  await db.execute(
    sql`create temporary table import_rows (${columnList(columns)}, primary key (line)) on commit drop`,
  );
  await db.execute(sql`
    create temporary table import_problems (line integer, place integer, column_name text, reason text)
    on commit drop`);
}

/** Ends the life of the staging tables before the transaction ends, which may go on with another import. */
export async function dropStaging(db: Database): Promise<void> {
  await db.execute(sql`drop table if exists import_rows, import_problems, import_seen, import_plan`);
}

/** Adds a batch of rows: one statement with one JSON parameter, whatever the number. */
export async function stageFileRows(
  db: Database,
  columns: StagedColumns,
  rows: readonly StagedRow[],
): Promise<void> {
  const json = JSON.stringify(rows);
  await db.execute(sql`
    insert into import_rows
    select * from jsonb_to_recordset(${json}::text::jsonb) as staged (${columnList(columns)})`);
}

/** Adds what is wrong with rows; `place` orders the problems of one row. */
export async function stageProblems(
  db: Database,
  problems: readonly (Problem & { line: number; place: number })[],
): Promise<void> {
  if (problems.length === 0) return;
  await db.execute(sql`
    insert into import_problems (line, place, column_name, reason)
    select line, place, "column", reason
    from jsonb_to_recordset(${JSON.stringify(problems)}::text::jsonb)
      as staged (line integer, place integer, "column" text, reason text)`);
}

/** Where a problem that is found beside other rows stands among those of its row: after the cells' own. */
const afterCells = 1000;

/** Adds the problems a query finds: it selects `line` and `reason`. The rows become bad. */
export async function stageFoundProblems(db: Database, column: string, found: SQL): Promise<void> {
  const { count } = await db.execute(sql`
    insert into import_problems (line, place, column_name, reason)
    select line, ${afterCells}::integer, ${column}::text, reason from (${found}) as found`);
  if (count === 0) return;
  await db.execute(sql`
    update import_rows set bad = true where not bad and line in (select line from import_problems)`);
}

/** Makes each later row bad whose key an earlier row has, good or bad; `key`: the staging column it is kept in. */
export async function refuseRepeated(
  db: Database,
  { column, key = column, what = column }: { column: string; key?: string; what?: string },
): Promise<void> {
  const keyColumn = sql.identifier(key);
  await stageFoundProblems(
    db,
    column,
    sql`
      select line, 'This ' || ${what}::text || ' is already in line ' || first || '.' as reason
      from (
        select line, min(line) over (partition by ${keyColumn}) as first
        from import_rows where ${keyColumn} is not null
      ) as keyed
      where line > first`,
  );
}

/** How many rows are bad. */
export async function countRejected(db: Database): Promise<number> {
  const [row] = await db.execute<{ rows: number }>(
    sql`select count(distinct line)::integer as rows from import_problems`,
  );
  return row?.rows ?? 0;
}

const pageSize = 500;

/** Every bad row in the order of the file, a page at a time. */
export async function* listRejected(db: Database): AsyncGenerator<RejectedRow> {
  for (let after = 0; ; ) {
    const page: RejectedRow[] = [
      ...(await db.execute<RejectedRow>(sql`
        select rows.line, coalesce(rows.cells, '[]') as cells,
          jsonb_agg(jsonb_build_object('column', column_name, 'reason', reason) order by place) as problems
        from import_rows as rows join import_problems as problems on problems.line = rows.line
        where rows.line > ${after}
        group by rows.line
        order by rows.line
        limit ${pageSize}`)),
    ];
    const last = page.at(-1);
    if (!last) return;
    yield* page;
    after = last.line;
  }
}
