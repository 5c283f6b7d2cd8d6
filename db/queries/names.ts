import { inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { channels, contacts, customers, members, stages, topics } from "@/db/schema";

const tables = {
  customer: customers,
  contact: contacts,
  member: members,
  stage: stages,
  channel: channels,
  topic: topics,
} as const;

/** What has a name of its own. */
export type NamedKind = keyof typeof tables;

/** Whether this is a kind of what has a name of its own. */
export function isNamedKind(text: string): text is NamedKind {
  return Object.hasOwn(tables, text);
}

/** What those of one kind are called now, by their ids; whoever or whatever is gone is left out. */
export async function listNames(
  db: Database,
  kind: NamedKind,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const { id, name } = tables[kind];
  const rows = await db
    .select({ id, name })
    .from(tables[kind])
    .where(inArray(id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row.name]));
}
