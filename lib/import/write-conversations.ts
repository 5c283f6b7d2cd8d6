import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { contentColumns } from "@/db/queries/conversations";
import { reserveIds } from "./customer-chunk";

/** A row of the plan with the deal it was given; a new conversation's id is given here. */
export type PlacedRow = { line: number; existingId: number | null; dealId: number | null };

export type Writing = { importId: number; memberId: number; now: Date };

// A file says nothing of deletion.
const fields = contentColumns.filter((column) => column !== "deleted_at");

const content = sql.raw(fields.join(", "));
const savedContent = sql.raw(fields.map((field) => `talks.${field}`).join(", "));
const placedContent = sql.raw(
  fields.map((field) => (field === "deal_id" ? "placed.deal_id" : `plan.${field}`)).join(", "),
);

function placed(rows: readonly { line: number; id: number; dealId: number | null }[]) {
  return sql`
    jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as given (line integer, id bigint, "dealId" bigint)`;
}

async function insertNew(db: Database, rows: readonly PlacedRow[], { importId, memberId, now }: Writing) {
  const ids = await reserveIds(db, "conversations", rows.length);
  const given = rows.map(({ line, dealId }, index) => ({ line, dealId, id: ids[index] as number }));
  const at = sql`${now.toISOString()}::timestamptz`;
  await db.execute(sql`
    with placed as (select line, id, "dealId" as deal_id from ${placed(given)}),
    logged as (
      insert into conversations (id, reference, import_id, recorded_by_id, recorded_at, ${content})
      overriding system value
      select placed.id, plan.reference, ${importId}::bigint, ${memberId}::bigint, ${at}, ${placedContent}
      from placed join import_plan as plan on plan.line = placed.line
      order by placed.id
      returning id, version, ${content}
    )
    insert into conversation_versions (conversation_id, version, act, saved_by_id, saved_at, ${content})
    select id, version, 'imported', ${memberId}::bigint, ${at}, ${content} from logged`);
}

async function saveCorrections(db: Database, rows: readonly PlacedRow[], { memberId, now }: Writing) {
  const given = rows.map(({ line, dealId, existingId }) => ({ line, dealId, id: existingId as number }));
  await db.execute(sql`
    with placed as (select line, id, "dealId" as deal_id from ${placed(given)}),
    corrected as (
      update conversations as talks set version = version + 1, (${content}) = row(${placedContent})
      from placed join import_plan as plan on plan.line = placed.line
      where talks.id = placed.id
      returning talks.id, talks.version, ${savedContent}
    )
    insert into conversation_versions (conversation_id, version, act, saved_by_id, saved_at, ${content})
    select id, version, 'corrected', ${memberId}::bigint, ${now.toISOString()}::timestamptz, ${content}
    from corrected`);
}

const batchSize = 5000;

/**
 * Writes the rows of locked customers with their versions: new ones in the order given, which becomes the
 * order of logging, and corrections of what is there.
 */
export async function writeConversations(
  db: Database,
  rows: readonly PlacedRow[],
  writing: Writing,
): Promise<void> {
  const fresh = rows.filter(({ existingId }) => existingId === null);
  const corrections = rows.filter(({ existingId }) => existingId !== null);
  for (let start = 0; start < fresh.length; start += batchSize)
    await insertNew(db, fresh.slice(start, start + batchSize), writing);
  for (let start = 0; start < corrections.length; start += batchSize)
    await saveCorrections(db, corrections.slice(start, start + batchSize), writing);
}

/**
 * Once all of the plan is written: what followed up on a conversation that the file moved to another customer does so
 * no more, in a new version. Its promise moved along, and is kept by a conversation there.
 */
export async function leaveMovedPromises(db: Database, { memberId, now }: Writing): Promise<void> {
  await db.execute(sql`
    with left_alone as (
      update conversations as talks set version = version + 1, follows_up_id = null
      from import_plan as plan
      where plan.customer_id <> plan.old_customer_id and talks.follows_up_id = plan.existing_id
        and talks.customer_id <> plan.customer_id and talks.deleted_at is null
      returning talks.id, talks.version, ${savedContent}
    )
    insert into conversation_versions (conversation_id, version, act, saved_by_id, saved_at, ${content})
    select id, version, 'corrected', ${memberId}::bigint, ${now.toISOString()}::timestamptz, ${content}
    from left_alone`);
}
