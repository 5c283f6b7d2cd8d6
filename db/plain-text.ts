import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { invisible } from "@/lib/pipeline/invisible";
import { apostrophes } from "@/lib/pipeline/plain-apostrophes";
import { accents } from "@/lib/pipeline/without-accents";

/**
 * A text without its accents, as lib/pipeline/without-accents.ts does it; one of ASCII alone has none. It has no
 * parameters, so that an index over it is found.
 */
export function plainText(text: SQL | PgColumn): SQL {
  return sql`case when octet_length(${text}) = char_length(${text}) then ${text}
    else regexp_replace(normalize(${text}, NFKD), ${sql.raw(`'${accents}'`)}, '', 'g') end`;
}

/**
 * Whether a text may mention the person of a `searchPattern` of lib/privacy/person-pattern.ts; that file decides.
 * Without one any text may. What nobody sees is no part of a text. One of ASCII alone has neither that nor other
 * apostrophes, so it is left as it is.
 */
export function mayMention(text: SQL | PgColumn, pattern: string | undefined): SQL {
  if (pattern === undefined) return sql`true`;
  const plain = "'".repeat(apostrophes.length);
  return sql`case when octet_length(${text}) = char_length(${text}) then ${text}
    else translate(${plainText(text)}, ${apostrophes + invisible}, ${plain}) end ~* ${pattern}`;
}
