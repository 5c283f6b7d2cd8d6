import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { ZoneOffset } from "@/lib/pipeline/zone-offsets";

/** The earliest and the latest moment of the log and its versions; undefined: there is none. */
export async function getLogExtent(db: Database): Promise<{ from: Date; to: Date } | undefined> {
  const [row] = await db.execute<{ from: string | null; to: string | null }>(sql`
    select min(occurred_at)::text as from, max(occurred_at)::text as to
    from (select occurred_at from conversations union all select occurred_at from conversation_versions) as talks`);
  return row?.from && row.to ? { from: new Date(row.from), to: new Date(row.to) } : undefined;
}

// The offsets of the zone were worked out in lib/pipeline: here a moment is only moved by a number of seconds.
function offsetRows(offsets: readonly ZoneOffset[]): SQL {
  const rows = offsets.map(({ since, seconds }, index) => ({
    since: since.toISOString(),
    until: offsets[index + 1]?.since.toISOString() ?? "infinity",
    seconds,
  }));
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as offsets (since timestamptz, until timestamptz, seconds integer)`;
}

const newDate = sql.raw(
  `((talks.occurred_at at time zone 'UTC') + offsets.seconds * interval '1 second')::date`,
);
const holds = sql.raw(
  "talks.occurred_at >= offsets.since and talks.occurred_at < offsets.until and not talks.date_only",
);

/** How many live conversations would have another local date by these offsets, and another month. */
export async function countDateChanges(db: Database, offsets: readonly ZoneOffset[]) {
  const [row] = await db.execute<{ days: number; months: number; timed: number; dateOnly: number }>(sql`
    select (count(*) filter (where local_date <> moved))::integer as days,
      (count(*) filter (where to_char(local_date, 'YYYY-MM') <> to_char(moved, 'YYYY-MM')))::integer as months,
      count(*)::integer as timed,
      (select count(*) from conversations where date_only and deleted_at is null)::integer as "dateOnly"
    from (
      select talks.local_date, ${newDate} as moved
      from conversations as talks join ${offsetRows(offsets)} on ${holds}
      where talks.deleted_at is null
    ) as dated`);
  if (!row) throw new Error("A count has one row.");
  return row;
}

export type DateChanges = Awaited<ReturnType<typeof countDateChanges>>;

/** Gives every conversation with a time, and every version of one, its local date by these offsets. */
export async function setLocalDates(db: Database, offsets: readonly ZoneOffset[]): Promise<void> {
  for (const table of ["conversations", "conversation_versions"])
    await db.execute(sql`
      update ${sql.raw(table)} as talks set local_date = ${newDate}
      from ${offsetRows(offsets)}
      where ${holds} and talks.local_date <> ${newDate}`);
}

/** The days of conversations, and of versions, that have no time. */
export async function listDatesWithoutTime(db: Database): Promise<string[]> {
  const rows = await db.execute<{ day: string }>(sql`
    select local_date::text as day from conversations where date_only
    union select local_date::text from conversation_versions where date_only`);
  return rows.map(({ day }) => day);
}

/** Gives each conversation without a time, and each version of one, its day's first moment. */
export async function setFirstMoments(
  db: Database,
  days: readonly { day: string; at: Date }[],
): Promise<void> {
  const rows = JSON.stringify(days.map(({ day, at }) => ({ day, at: at.toISOString() })));
  for (const table of ["conversations", "conversation_versions"])
    await db.execute(sql`
      update ${sql.raw(table)} as talks set occurred_at = days.at
      from jsonb_to_recordset(${rows}::jsonb) as days (day date, at timestamptz)
      where talks.date_only and talks.local_date = days.day and talks.occurred_at <> days.at`);
}
