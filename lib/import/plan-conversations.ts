import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { RuleError } from "@/lib/rule-error";
import type { ConversationColumn } from "./conversation-columns";
import { sameNote } from "./same-note";

/**
 * Makes `import_plan`: for each row to be written, new or a correction, the full content it will have, with
 * every name resolved. Of a corrected conversation, what the file has no column for stays as it is; but where the
 * one it follows up on is moved to another customer, it follows up on nothing.
 *
 * @throws RuleError a member the file names has been renamed since that was looked up.
 */
export async function planConversations(
  db: Database,
  present: ReadonlySet<ConversationColumn>,
  memberId: number,
): Promise<void> {
  const given = (column: ConversationColumn, value: SQL, field: string) =>
    present.has(column)
      ? sql`${value} as ${sql.raw(field)}`
      : sql`case when talks.id is null then ${value} else talks.${sql.raw(field)} end as ${sql.raw(field)}`;
  const contact = present.has("with_whom")
    ? sql`contacts.id`
    : sql`case when talks.customer_id = customers.id then talks.contact_id end`;
  await db.execute(sql`
    create temporary table import_plan on commit drop as
    select rows.line, rows.reference, talks.id as existing_id, customers.id as customer_id,
      talks.customer_id as old_customer_id, talks.deal_id as old_deal_id,
      rows.occurred_at, rows.date_only, rows.local_date,
      case
        when rows.employee_id is not null then rows.employee_id
        when rows.employee_key is null then coalesce(talks.held_by_id, ${memberId}::bigint)
        else called.id
      end as held_by_id,
      ${given("how", sql`coalesce(channels.merged_into_id, channels.id)`, "channel_id")},
      ${given("about", sql`coalesce(topics.merged_into_id, topics.id)`, "topic_id")},
      ${contact} as contact_id,
      ${given("note", sql`case when ${sameNote} then talks.note else rows.note end`, "note")},
      ${given("duration_minutes", sql`rows.duration_minutes`, "duration_minutes")},
      ${given("stage", sql`rows.stage_id`, "stage_id")},
      ${given("amount", sql`rows.amount`, "amount")},
      ${given("follow_up_on", sql`rows.follow_up_on`, "follow_up_on")},
      case
        when rows.completed is null then talks.completed_at
        when rows.completed then coalesce(talks.completed_at, rows.completed_at)
      end as completed_at,
      case when talks.customer_id = customers.id then talks.follows_up_id end as follows_up_id,
      rows.deal, rows.deal_key
    from import_rows as rows
    join customers on customers.name_key = rows.customer_key
    left join import_seen as seen on seen.line = rows.line
    left join conversations as talks on talks.id = seen.id
    left join (
      select distinct on (name_key) name_key, id from members
      order by name_key, removed_at desc nulls first, id
    ) as called on called.name_key = rows.employee_key
    left join channels on channels.name_key = rows.channel_key
    left join topics on topics.name_key = rows.topic_key
    left join contacts on contacts.customer_id = customers.id and contacts.name_key = rows.contact_key
    where not rows.bad and not coalesce(seen.same, false)`);
  await db.execute(sql`update import_plan set amount = null where stage_id is null and amount is not null`);
  const [unnamed] = await db.execute<{ name: string }>(sql`
    select employee as name from import_rows join import_plan using (line) where held_by_id is null limit 1`);
  if (unnamed) throw new RuleError(`“${unnamed.name}” has just been renamed. Import the file again.`);
  await db.execute(sql`create unique index on import_plan (line)`);
  await db.execute(sql`create index on import_plan (customer_id)`);
  await db.execute(sql`create index on import_plan (existing_id) where existing_id is not null`);
  await db.execute(sql`analyze import_plan`);
  await db.execute(sql`
    update import_plan as plan set follows_up_id = null
    from import_plan as followed
    where followed.existing_id = plan.follows_up_id and followed.customer_id <> plan.customer_id`);
}

/**
 * The next customers of the plan after one, so many that they have at most `rows` rows in all, yet at least
 * one: no customer's rows are ever divided.
 */
export async function listPlannedCustomers(db: Database, afterId: number, rows: number): Promise<number[]> {
  const next = await db.execute<{ id: number; rows: number }>(sql`
    select customer_id::float8 as id, count(*)::integer as rows
    from (
      select customer_id from import_plan where customer_id > ${afterId}::bigint
      order by customer_id limit ${rows + 1}::integer
    ) as ahead
    group by customer_id order by customer_id`);
  const ids = next.map(({ id }) => id);
  const seen = next.reduce((sum, customer) => sum + customer.rows, 0);
  return seen > rows && ids.length > 1 ? ids.slice(0, -1) : ids;
}
