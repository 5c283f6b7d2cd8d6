import { sql } from "drizzle-orm";

/**
 * Whether a staged row (`rows`) has the note of a conversation (`talks`): imports once kept the line breaks of the file,
 * which lib/storable.ts, `withLineFeeds`, makes line feeds now.
 */
export const sameNote = sql`replace(replace(talks.note, E'\\r\\n', E'\\n'), E'\\r', E'\\n') = rows.note`;
