import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { mayMention } from "@/db/plain-text";
import { idArray } from "./id-array";
import type { PersonRows } from "./person-traces";

/**
 * A column that can hold a text: `json` ones hold texts within. `key`: the columns that tell the table's rows apart,
 * secrets' hashes aside.
 */
export type TextColumn = { table: string; column: string; kind: "text" | "json" | "array"; key: string[] };

/**
 * Every column of every table that can hold a text, by the catalog: those of a table made tomorrow too. The hash of a
 * secret is no text: a name among its letters is nobody's.
 */
export async function listTextColumns(db: Database): Promise<TextColumn[]> {
  const rows = await db.execute<Omit<TextColumn, "key"> & { key: string }>(sql`
    select c.relname::text as table, a.attname::text as column,
      case when t.typname in ('json', 'jsonb') then 'json' when t.typname = '_text' then 'array' else 'text' end as kind,
      (select coalesce(json_agg(part.attname order by part.attnum), '[]')::text
        from pg_index join pg_attribute part on part.attrelid = c.oid and part.attnum = any (pg_index.indkey)
        where pg_index.indrelid = c.oid and pg_index.indisprimary and part.attname !~ '_hash$') as key
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
      and a.attname !~ '_hash$' and t.typname in ('text', 'varchar', 'json', 'jsonb', '_text')
    order by 1, 2`);
  return [...rows].map(({ key, ...column }) => ({ ...column, key: JSON.parse(key) as string[] }));
}

/** Which rows of a table are a person's own, so that erasing blanks or deletes all they say; undefined: none are. */
export function isOwnRow(
  table: string,
  { rows, talkIds }: { rows: PersonRows; talkIds: readonly number[] },
): SQL | undefined {
  const own: Record<string, readonly [string, readonly number[]]> = {
    contacts: ["id", rows.contactIds],
    conversation_versions: ["conversation_id", talkIds],
    follow_up_snoozes: ["conversation_id", talkIds],
    identities: ["member_id", rows.memberIds],
    invitations: ["id", rows.invitationIds],
    sessions: ["member_id", rows.memberIds],
  };
  const [column, ids] = own[table] ?? [];
  return column === undefined || ids === undefined
    ? undefined
    : sql`${sql.identifier(column)} = any(${idArray(ids)})`;
}

function textOf({ column, kind }: TextColumn): SQL {
  const held = sql.identifier(column);
  return kind === "array" ? sql`to_jsonb(${held})::text` : sql`${held}::text`;
}

/**
 * Rows that are known to be all that can mention a person: by table where those lie that did, and everything that
 * was written by transaction `since` or a later one. True while the transaction that looked lasts: its hold on the
 * tables keeps out what would lay their rows elsewhere.
 */
export type Within = { since: string; places: ReadonlyMap<string, readonly string[]> };

/** The oldest transaction that may still write, by which `Within` is told what was written since one looked. */
export async function oldestWriter(db: Database): Promise<string> {
  const [row] = await db.execute<{ since: string }>(
    sql`select pg_snapshot_xmin(pg_current_snapshot())::xid::text as since`,
  );
  if (!row) throw new Error("There is always a snapshot.");
  return row.since;
}

/** Where the rows of a table lie any of whose columns may mention the person, each looked for by its own pattern. */
export async function listPlaces(
  db: Database,
  table: string,
  looked: readonly { column: TextColumn; pattern: string }[],
): Promise<string[]> {
  const may = looked.map(({ column, pattern }) => mayMention(textOf(column), pattern));
  const rows = await db.execute<{ place: string }>(sql`
    select ctid::text as place from ${sql.identifier(table)} where ${sql.join(may, sql` or `)}`);
  return [...rows].map(({ place }) => place);
}

const blocksAtOnce = 512;

/** The same where the app tells what may mention the person, by the values of a row's columns. */
export async function listPlacesOf(
  db: Database,
  table: string,
  { columns, may }: { columns: readonly TextColumn[]; may: (values: unknown) => boolean },
): Promise<string[]> {
  const [size] = await db.execute<{ blocks: number }>(sql`
    select (pg_relation_size(${table}::regclass) / current_setting('block_size')::integer)::float8 as blocks`);
  const held = columns.map(({ column }) => sql`${sql.identifier(column)}`);
  const places: string[] = [];
  for (let block = 0; block < (size?.blocks ?? 0); block += blocksAtOnce) {
    const rows = await db.execute<{ place: string; values: string }>(sql`
      select ctid::text as place, jsonb_build_array(${sql.join(held, sql`, `)})::text as values
      from ${sql.identifier(table)}
      where ctid >= ${`(${block},0)`}::tid and ctid < ${`(${block + blocksAtOnce},0)`}::tid`);
    for (const { place, values } of rows) if (may(JSON.parse(values))) places.push(place);
  }
  return places;
}

/** `may`, asked only of the rows of that table within. */
export function onlyWithin(table: string, within: Within, may: SQL | undefined): SQL {
  const places = JSON.stringify(within.places.get(table) ?? []);
  return sql`case when age(xmin) <= age(${within.since}::xid)
    or ctid in (select value::tid from jsonb_array_elements_text(${places}::text::jsonb)) then ${may} else false end`;
}

/** The rows of a table whose column may mention the person, each by where it lies and by its key. */
export async function listMatches(
  db: Database,
  searched: TextColumn,
  pattern: string | undefined,
  { isLocking, except = sql`false`, within }: { isLocking: boolean; except?: SQL; within: Within },
) {
  const { table, column, key } = searched;
  const held = sql.identifier(column);
  const may = onlyWithin(table, within, mayMention(textOf(searched), pattern));
  const parts = key.map((name) => sql`${name}::text, ${sql.identifier(name)}`);
  const rows = await db.execute<{ place: string; row: string; value: string }>(sql`
    select ctid::text as place, jsonb_build_object(${sql.join(parts, sql`, `)})::text as row,
      to_jsonb(${held})::text as value
    from ${sql.identifier(table)} where ${may} and not (${except}) ${isLocking ? sql`for update` : sql``}`);
  return [...rows].map(({ place, row, value }) => ({
    place,
    row: JSON.parse(row) as Record<string, unknown>,
    value: JSON.parse(value) as unknown,
  }));
}

/** Writes a column of one row, found by where it lies. */
export async function writeValue(
  db: Database,
  { table, column, kind }: TextColumn,
  place: string,
  value: unknown,
): Promise<string> {
  const written =
    kind === "text"
      ? sql`${String(value)}`
      : kind === "json"
        ? sql`${JSON.stringify(value)}::text::jsonb`
        : sql`array(select jsonb_array_elements_text(${JSON.stringify(value)}::text::jsonb))`;
  const [row] = await db.execute<{ place: string }>(sql`
    update ${sql.identifier(table)} set ${sql.identifier(column)} = ${written}
    where ctid = ${place}::tid returning ctid::text as place`);
  if (!row) throw new Error(`A locked row of ${table} is gone.`);
  return row.place;
}
