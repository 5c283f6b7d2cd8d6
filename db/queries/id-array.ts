import { type SQL, sql } from "drizzle-orm";

/** Ids as one parameter, however many they are: `where id = any(${idArray(ids)})`, none of them `id <> all(…)`. */
export function idArray(ids: readonly number[]): SQL {
  return sql`${`{${ids.join(",")}}`}::bigint[]`;
}
