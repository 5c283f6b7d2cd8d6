import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { nameKey } from "@/lib/pipeline/name-key";
import { followMergedCustomers } from "./resolve-names";

/** What a row names that a person may have renamed since. */
type Renamable = {
  /** Its column of `import_rows`; the key stands in the one beside it. */
  column: string;
  /** Which one a conversation (`talks`) has. */
  has: SQL;
  table: SQL;
  /** Those that are part of another one by a merge, each with the one it is part of today: `id`, `today_id`. */
  parts?: SQL;
  /** A deal's or contact's: looked for at the customer that both the row and the conversation have. */
  isOfCustomer?: true;
  /** Several may have one name: the row then names none, which leaves the conversation's. */
  isShared?: true;
  /** How the audit log calls it, and the name it had before an entry (`audited`) of one of them (`asked`). */
  subject: string;
  formerName: SQL;
};

const nameBefore = sql`select audited.before ->> 'name' as name`;

const customer: Renamable = {
  column: "customer",
  has: sql`talks.customer_id`,
  table: sql`customers`,
  parts: sql`(
    with recursive led (id, today_id) as (
      select id, merged_into_id from customers where merged_into_id is not null
      union all
      select led.id, next.merged_into_id from led join customers as next on next.id = led.today_id
      where next.merged_into_id is not null
    )
    select id, today_id from led)`,
  subject: "customer",
  formerName: nameBefore,
};

// After the customer, at whom a deal and a contact are looked for.
const others: readonly Renamable[] = [
  {
    column: "deal",
    has: sql`talks.deal_id`,
    table: sql`deals`,
    isOfCustomer: true,
    subject: "deal",
    formerName: sql`
      select deal ->> 'name' as name from jsonb_array_elements(audited.before -> 'deals') as deal
      where deal ->> 'id' = audited.subject_id`,
  },
  {
    column: "contact",
    has: sql`talks.contact_id`,
    table: sql`contacts`,
    isOfCustomer: true,
    subject: "contact",
    formerName: nameBefore,
  },
  {
    column: "employee",
    has: sql`talks.held_by_id`,
    table: sql`members`,
    isShared: true,
    subject: "member",
    formerName: nameBefore,
  },
  ...["topic", "channel"].map((column) => ({
    column,
    has: sql.raw(`talks.${column}_id`),
    table: sql.raw(`${column}s`),
    parts: sql`(
      select id, merged_into_id as today_id from ${sql.raw(`${column}s`)} where merged_into_id is not null)`,
    subject: column,
    formerName: nameBefore,
  })),
];

// The rows that differ, each with its conversation.
const differing = sql`
  import_seen as seen join import_rows as rows on rows.line = seen.line
  join conversations as talks on talks.id = seen.id`;

/**
 * A name (`key`) said of conversations that have one (`hasId`): it is a former name of that one, or of a part of it
 * (`id`).
 */
type Renamed = { hasId: number; id: number; key: string };

// What is said of many rows is asked once: the planner cannot know how few names nobody has.
async function findRenamed(db: Database, kind: Renamable): Promise<Renamed[]> {
  const key = sql.raw(`rows.${kind.column}_key`);
  const isSameCustomer = sql`rows.customer_key = (select name_key from customers where id = talks.customer_id)`;
  const [isAsked, isRival] = kind.isOfCustomer
    ? [isSameCustomer, sql`other.customer_id = talks.customer_id`]
    : [sql`true`, sql`true`];
  const parts = kind.parts
    ? sql`union select said.id, part.id, key from said join ${kind.parts} as part on part.today_id = said.id`
    : sql``;
  const found = await db.execute<Renamed & { name: string | null }>(sql`
    with said as materialized (
      select distinct ${kind.has} as id, ${key} as key from ${differing}
      where not seen.same and ${kind.has} is not null and ${key} is not null and ${isAsked}
        and not exists (select from ${kind.table} as other where other.name_key = ${key} and ${isRival})
    ),
    asked (has_id, id, key) as materialized (select id, id, key from said ${parts})
    select has_id::float8 as "hasId", asked.id::float8 as id, key, former.name
    from asked join audit_log as audited on audited.subject = ${kind.subject} and subject_id = asked.id::text
    cross join lateral (${kind.formerName}) as former`);
  return found.filter(({ key, name }) => name !== null && nameKey(name) === key);
}

/** @returns how many rows it was the name of. */
async function followRenamed(db: Database, kind: Renamable): Promise<number> {
  const renamed = await findRenamed(db, kind);
  if (renamed.length === 0) return 0;
  const [name, key] = [sql.raw(kind.column), sql.raw(`${kind.column}_key`)];
  const today = kind.isShared ? sql`null, null` : sql`meant.name, meant.name_key`;
  const { count } = await db.execute(sql`
    update import_rows set (${name}, ${key}) = row(${today})
    from (
      select rows.line, named.name, named.name_key from ${differing}
      join jsonb_to_recordset(${JSON.stringify(renamed)}::text::jsonb) as given ("hasId" bigint, id bigint, key text)
        on given."hasId" = ${kind.has} and given.key = rows.${key}
      join ${kind.table} as named on named.id = given.id
      where not seen.same
    ) as meant
    where meant.line = import_rows.line`);
  return count;
}

/**
 * Gives the rows that differ from the conversation of their reference (`import_seen`) today's name of what they name:
 * a name that nobody has any more (of its kind; a deal's or contact's, at that customer) and that is a former name, by
 * the audit log, of the very one the conversation has. Else an unchanged file would take every renaming apart. Where a
 * deal's name was taken away, the row names none.
 *
 * Example: a file puts R-1 on the deal "x", which is then renamed "Fleet". The file again says of R-1 what the log
 * does; a new row that names "x" makes a new deal, and from then on R-1 on "x" is another deal than the log's.
 *
 * @returns whether any row now says something else.
 */
export async function followRenames(db: Database): Promise<boolean> {
  let followed = await followRenamed(db, customer);
  if (followed > 0) await followMergedCustomers(db);
  for (const kind of others) followed += await followRenamed(db, kind);
  return followed > 0;
}
