import { max, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { plainText } from "@/db/plain-text";
import { conversations, customers, members } from "@/db/schema";
import { withoutAccents } from "@/lib/pipeline/without-accents";
import { isCorrected } from "./is-corrected";

/** Among so many of the latest conversations a common word is looked for first. */
const latest = 20_000;

const shortestBeginning = 3;

/** What notes without accents are asked for: all its words, of the last one the beginning; null: there is no word in it. */
function noteQuery(search: string): SQL | null {
  const words = withoutAccents(search).trim().split(/\s+/);
  const last = (words.pop() ?? "").replace(/['\\]/g, " ").trim();
  if (!/[\p{L}\p{N}]/u.test(search)) return null;
  const ending = last.length >= shortestBeginning ? ":*" : "";
  const lastWord = /[\p{L}\p{N}]/u.test(last)
    ? sql`to_tsquery('simple', ${`'${last}'${ending}`})`
    : sql`plainto_tsquery('simple', '')`;
  return sql`(plainto_tsquery('simple', ${words.join(" ")}) && ${lastWord})`;
}

type FoundNote = {
  id: number;
  customer: string;
  note: string;
  heldBy: string;
  occurredOn: string;
  isCorrected: boolean;
};

async function noteRows(db: Database, ids: SQL): Promise<FoundNote[]> {
  const rows = await db.execute<Omit<FoundNote, "id"> & { id: string }>(sql`
    select ${conversations.id}, ${customers.name} as customer, ${conversations.note}, ${members.name} as "heldBy",
      ${conversations.localDate}::text as "occurredOn", ${isCorrected()} as "isCorrected"
    from (${ids}) as best
    join ${conversations} on ${conversations.id} = best.id
    join ${customers} on ${customers.id} = ${conversations.customerId}
    join ${members} on ${members.id} = ${conversations.heldById}
    order by ${conversations.id} desc`);
  return rows.map(({ id, ...row }) => ({ ...row, id: Number(id) }));
}

/**
 * The conversations that were logged last among those whose note has every word of the search, accents aside, the
 * last word as far as it is typed. Deleted ones are left out. Words that are common are found among the latest alone, so
 * that a million notes need not be put in order.
 */
export async function findNotes(
  db: Database,
  { search, limit }: { search: string; limit: number },
): Promise<FoundNote[]> {
  const query = noteQuery(search);
  if (!query) return [];
  const [last] = await db.select({ id: max(conversations.id) }).from(conversations);
  const worded = sql`
    select id from ${conversations} where to_tsvector('simple', ${plainText(sql`note`)}) @@ ${query} and deleted_at is null`;
  const lastly = sql`order by id desc limit ${limit}`;
  const found = await noteRows(db, sql`${worded} and id > ${(last?.id ?? 0) - latest}::bigint ${lastly}`);
  if (found.length === limit) return found;
  // Rare words: read apart, so that Postgres asks their index rather than the latest rows one by one.
  return noteRows(db, sql`with worded as materialized (${worded}) select id from worded ${lastly}`);
}
