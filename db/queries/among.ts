import { type SQL, sql } from "drizzle-orm";

/** These ids as a set of SQL, one parameter however many they are: `where id in ${among(ids)}`. */
export function among(ids: readonly number[]): SQL {
  return sql`(select value::bigint from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`;
}
