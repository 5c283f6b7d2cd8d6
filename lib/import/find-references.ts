import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { ConversationColumn } from "./conversation-columns";
import { followRenames } from "./follow-renames";
import { sameNote } from "./same-note";
import { stageFoundProblems } from "./staging";

// A name that was merged into another means the other.
function meant(table: "topics" | "channels", key: string): SQL {
  return sql`coalesce((
    select other.name_key from ${sql.raw(table)} as named join ${sql.raw(table)} as other on other.id = named.merged_into_id
    where named.name_key = rows.${sql.raw(key)}), rows.${sql.raw(key)})`;
}

// Whether the file says the same of a conversation as the log does. A column the file does not have says
// nothing; neither does an empty employee, an empty deal (membership was decided once) or an empty completed.
const sameContent: Readonly<Record<Exclude<ConversationColumn, "reference">, SQL>> = {
  customer: sql`customers.name_key = rows.customer_key`,
  date: sql`talks.occurred_at = rows.occurred_at and talks.date_only = rows.date_only`,
  employee: sql`case when rows.employee_id is null then rows.employee_key is null or members.name_key = rows.employee_key
    else talks.held_by_id = rows.employee_id end`,
  stage: sql`talks.stage_id is not distinct from rows.stage_id`,
  deal: sql`(rows.deal_key is null or deals.name_key is not distinct from rows.deal_key)`,
  amount: sql`talks.amount is not distinct from rows.amount`,
  about: sql`topics.name_key is not distinct from ${meant("topics", "topic_key")}`,
  how: sql`channels.name_key is not distinct from ${meant("channels", "channel_key")}`,
  with_whom: sql`contacts.name_key is not distinct from rows.contact_key`,
  note: sameNote,
  follow_up_on: sql`talks.follow_up_on is not distinct from rows.follow_up_on`,
  completed: sql`(rows.completed is null or rows.completed = (talks.completed_at is not null))`,
  duration_minutes: sql`talks.duration_minutes is not distinct from rows.duration_minutes`,
};

// Each good row whose reference is in the log, with its conversation and whether it says the same.
function comparison(present: ReadonlySet<ConversationColumn>): SQL {
  const conditions = Object.entries(sameContent).filter(([column]) =>
    present.has(column as ConversationColumn),
  );
  return sql`
    select rows.line, talks.id, talks.deleted_at is not null as deleted,
      ${sql.join(
        conditions.map(([, condition]) => condition),
        sql` and `,
      )} as same
    from import_rows as rows
    join conversations as talks on talks.reference = rows.reference
    join customers on customers.id = talks.customer_id
    join members on members.id = talks.held_by_id
    left join deals on deals.id = talks.deal_id
    left join topics on topics.id = talks.topic_id
    left join channels on channels.id = talks.channel_id
    left join contacts on contacts.id = talks.contact_id
    where not rows.bad`;
}

async function compareAgain(db: Database, present: ReadonlySet<ConversationColumn>): Promise<void> {
  await db.execute(sql`
    update import_seen set same = again.same
    from (${comparison(present)} and rows.line in (select line from import_seen where not same)) as again
    where again.line = import_seen.line and again.same`);
}

/**
 * Finds the rows whose reference is in the log already (`import_seen`: the row's line, the conversation, and
 * whether it says the same, renamings since aside), and makes bad those that may not be taken: other content without
 * `update`, and other content of a conversation that was deleted.
 */
export async function compareWithLog(
  db: Database,
  present: ReadonlySet<ConversationColumn>,
  update: boolean,
): Promise<void> {
  await db.execute(sql`create temporary table import_seen on commit drop as ${comparison(present)}`);
  await db.execute(sql`analyze import_seen`);
  if (await followRenames(db)) await compareAgain(db, present);
  await stageFoundProblems(
    db,
    "reference",
    sql`
      select line, 'This reference was imported before and has been deleted since; its content is different now.'
        as reason
      from import_seen where not same and deleted`,
  );
  if (update) return;
  await stageFoundProblems(
    db,
    "reference",
    sql`
      select line, 'This reference is already there with other content; --update would correct it.' as reason
      from import_seen where not same and not deleted`,
  );
}
