import { type SQL, sql } from "drizzle-orm";

/** Ids as one parameter, whatever their number: `where id = any(${idArray(ids)})`. */
export function idArray(ids: readonly number[]): SQL {
  return sql`${`{${ids.join(",")}}`}::bigint[]`;
}
