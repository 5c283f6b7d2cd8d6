import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type NamesThroughMerge, namesThroughMerges } from "@/lib/customers/names-through-merge";
import { nameKey } from "@/lib/pipeline/name-key";
import type { ImportReport } from "./import-report";
import { stageFoundProblems } from "./staging";

/**
 * Rows that name a present member by their e-mail, in any case, are that member's, also among namesakes. Who is called
 * so, by an earlier import, stays who is meant.
 *
 * Example: "Nina@acme.example" is Nina's; so a file that has some by name and some by e-mail makes no second Nina.
 */
export async function findEmployeesByEmail(db: Database): Promise<void> {
  await db.execute(sql`
    update import_rows set employee_id = members.id, employee_key = null
    from members
    where members.removed_at is null and lower(members.email) = employee_key
      and not exists (select from members as called where called.name_key = employee_key)`);
}

/** Makes the rows bad whose employee could be several people: never a guess. */
export async function refuseAmbiguousEmployees(db: Database): Promise<void> {
  await stageFoundProblems(
    db,
    "employee",
    sql`
      select line, 'There are several people called "' || employee || case
          when active > 1
          then '". Rename one of them in Settings → Members, or write the e-mail of the one who is meant.'
          else '", and all of them have left. Give the one who is meant another name in the file.'
        end as reason
      from import_rows
      join (
        select name_key, count(*) filter (where removed_at is null) as active, count(*) as all_time
        from members group by name_key
      ) as called on called.name_key = employee_key
      where not bad and (active > 1 or active = 0 and all_time > 1)`,
  );
}

type Renaming = { customerKey: string; was: string; name: string; key: string };

async function renameInRows(db: Database, column: "deal" | "contact", renamings: readonly Renaming[]) {
  const [name, key] = [sql.raw(column), sql.raw(`${column}_key`)];
  await db.execute(sql`
    update import_rows set ${name} = given.name, ${key} = given.key
    from jsonb_to_recordset(${JSON.stringify(renamings)}::text::jsonb)
      as given ("customerKey" text, was text, name text, key text)
    where customer_key = given."customerKey" and ${key} = given.was`);
}

// What the rows say of a merged customer's deals and contacts, under the names these have today.
async function followTheirNames(db: Database, merged: readonly { id: number; nameKey: string }[]) {
  const names = await namesThroughMerges(
    db,
    merged.map(({ id }) => id),
  );
  const renamings = (of: keyof NamesThroughMerge) =>
    merged.flatMap(({ id, nameKey: customerKey }) =>
      [...(names.get(id)?.[of] ?? [])].map(([was, name]) => ({ customerKey, was, name, key: nameKey(name) })),
    );
  await renameInRows(db, "deal", renamings("deals"));
  await renameInRows(db, "contact", renamings("contacts"));
}

/**
 * Rows that name a customer that was merged into another are about the surviving one, and the deal and the contact
 * they name are those that came along with it (names-through-merge.ts). (A file of customers is left alone: what it
 * says of a merged one stays with its own row, for the day the merge is undone.)
 */
export async function followMergedCustomers(db: Database): Promise<void> {
  const merged = await db.execute<{ id: number; nameKey: string }>(sql`
    select distinct id::float8 as id, name_key as "nameKey"
    from import_rows join customers on name_key = customer_key
    where merged_into_id is not null`);
  if (merged.length === 0) return;
  await followTheirNames(db, merged);
  await db.execute(sql`
    with recursive leads (name_key, id, into_id) as (
      select name_key, id, merged_into_id from customers where merged_into_id is not null
      union all
      select leads.name_key, next.id, next.merged_into_id
      from leads join customers as next on next.id = leads.into_id
    )
    update import_rows set customer = customers.name, customer_key = customers.name_key
    from leads join customers on customers.id = leads.id
    where leads.into_id is null and import_rows.customer_key = leads.name_key`);
}

// The first spelling of each name, from the rows that will be written.
function firstSpelling(name: string): SQL {
  const [column, key] = [sql.raw(name), sql.raw(`${name}_key`)];
  return sql`
    select distinct on (${key}) ${column} as name, ${key} as name_key
    from import_rows where not bad and ${key} is not null order by ${key}, line`;
}

type Made = { importId: number; memberId: number; auditedAs: number | null; now: Date };

async function createLabels(
  db: Database,
  kind: "topic" | "channel",
  { auditedAs, now }: Made,
): Promise<number> {
  const table = sql.raw(`${kind}s`);
  const at = sql`${now.toISOString()}::timestamptz`;
  const { count } = await db.execute(sql`
    with made as (
      insert into ${table} (name, name_key, position)
      select name, name_key, (select coalesce(max(position), 0) from ${table}) + row_number() over (order by name_key)
      from (${firstSpelling(kind)}) as named
      on conflict (name_key) do nothing
      returning id, name
    )
    insert into audit_log (at, member_id, act, subject, subject_id, after)
    select ${at}, ${auditedAs}::bigint, ${`add ${kind}`}, ${kind}, id::text, jsonb_build_object('name', name)
    from made order by id`);
  return count;
}

/**
 * Makes the customers of the good rows that are not there yet; their spelling is that of their first row.
 * Those that are there are locked, somebody having just made or renamed one: none is renamed from here on.
 *
 * @returns how many were made.
 */
export async function createCustomers(db: Database, { importId, memberId, now }: Made): Promise<number> {
  const { count } = await db.execute(sql`
    insert into customers (name, name_key, created_at, created_by_id, import_id)
    select name, name_key, ${now.toISOString()}::timestamptz, ${memberId}::bigint, ${importId}::bigint
    from (${firstSpelling("customer")}) as named
    order by name_key
    on conflict (name_key) do update set name_key = excluded.name_key where false`);
  return count;
}

/** How many of the new employees a report names. */
const namedEmployees = 10;

async function createEmployees(db: Database, { auditedAs, now }: Made): Promise<string[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const made = await db.execute<{ name: string }>(sql`
    with made as (
      insert into members (name, name_key, role, created_at)
      select name, name_key, 'member', ${at}
      from (${firstSpelling("employee")}) as named
      where not exists (select from members where members.name_key = named.name_key)
      order by name_key
      returning id, name, role
    ),
    told as (
      insert into audit_log (at, member_id, act, subject, subject_id, after)
      select ${at}, ${auditedAs}::bigint, 'add member', 'member', id::text,
        jsonb_build_object('name', name, 'role', role)
      from made order by id
    )
    select name from made order by id`);
  return made.map(({ name }) => name);
}

// A contact that is there is locked: renamed before the plan is made, it would be left out of its row.
async function createContacts(db: Database, now: Date): Promise<number> {
  const { count } = await db.execute(sql`
    insert into contacts (customer_id, name, name_key, created_at)
    select distinct on (customers.id, contact_key) customers.id, contact, contact_key, ${now.toISOString()}::timestamptz
    from import_rows join customers on customers.name_key = customer_key
    where not bad and contact_key is not null
    order by customers.id, contact_key, line
    on conflict (customer_id, name_key) do update set name_key = excluded.name_key where false`);
  return count;
}

/** Makes what the good rows name and nobody knows yet: customers, employees without a login, topics, … */
export async function createNames(db: Database, made: Made, report: ImportReport): Promise<void> {
  const { created } = report;
  created.customers = await createCustomers(db, made);
  const employees = await createEmployees(db, made);
  created.employees = employees.length;
  report.newEmployees = employees.slice(0, namedEmployees);
  created.topics = await createLabels(db, "topic", made);
  created.channels = await createLabels(db, "channel", made);
  created.contacts = await createContacts(db, made.now);
}
