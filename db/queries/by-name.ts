import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/**
 * By what names are put in order for people, whatever the database's own collation: without regard to case,
 * letters with an accent beside those without. Example: Ángel, bob, Zoe. What shares a name is told apart by id.
 */
export function byName(name: SQLWrapper): SQL {
  return sql`lower(${name}) collate "und-x-icu"`;
}
