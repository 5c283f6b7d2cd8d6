import { and, asc, count, countDistinct, eq, isNull, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { channels, conversations, conversationVersions, members, topics } from "@/db/schema";
import { byName } from "./by-name";

/** The two lists that conversations are labelled from: how they were held and what they were about. */
export const labelKinds = ["channel", "topic"] as const;

export type LabelKind = (typeof labelKinds)[number];

/** Where each kind stands: its own table, a conversation's column, and a member's usual one. */
export const labelTables = {
  channel: {
    table: channels,
    said: conversations.channelId,
    everSaid: conversationVersions.channelId,
    usual: members.defaultChannelId,
  },
  topic: {
    table: topics,
    said: conversations.topicId,
    everSaid: conversationVersions.topicId,
    usual: members.defaultTopicId,
  },
} as const;

/** Every channel or topic in its order, archived ones at their place, with how many conversations carry it. */
export async function listLabels(db: Database, kind: LabelKind) {
  const { table, said } = labelTables[kind];
  const used = db
    .select({ id: said, conversations: count().as("conversations") })
    .from(conversations)
    .where(isNull(conversations.deletedAt))
    .groupBy(said)
    .as("used");
  return db
    .select({
      id: table.id,
      name: table.name,
      version: table.version,
      isArchived: sql<boolean>`${table.archivedAt} is not null`,
      mergedInto: sql<
        string | null
      >`(select name from ${table} as other where other.id = ${table.mergedIntoId})`,
      conversations: sql<number>`coalesce(${used.conversations}, 0)`.mapWith(Number),
    })
    .from(table)
    .leftJoin(used, eq(used.id, table.id))
    .orderBy(asc(table.position), byName(table.name), asc(table.id));
}

export type Label = Awaited<ReturnType<typeof listLabels>>[number];

/** Whether any version of any conversation carries it, also a deleted one: it is archived then, never dropped. */
export async function isLabelUsed(db: Database, kind: LabelKind, id: number): Promise<boolean> {
  const { said, everSaid } = labelTables[kind];
  const talks = db.select({ one: sql`1` }).from(conversations).where(eq(said, id));
  const versions = db.select({ one: sql`1` }).from(conversationVersions).where(eq(everSaid, id));
  const [row] = await db.execute<{ used: boolean }>(
    sql`select exists ${talks} or exists ${versions} as used`,
  );
  return row?.used === true;
}

/**
 * The channel or topic this one is by now, and keeps it that until the transaction ends: whoever merges or drops it
 * waits. Taken by who writes it into a conversation or as a member's usual one, before the row of either is locked.
 * Undefined: it is gone.
 */
export async function holdLabel(db: Database, kind: LabelKind, id: number): Promise<number | undefined> {
  const { table } = labelTables[kind];
  const [row] = await db
    .select({ id: table.id, mergedIntoId: table.mergedIntoId })
    .from(table)
    .where(eq(table.id, id))
    .for("key share");
  return row && (row.mergedIntoId ?? row.id);
}

/**
 * Locks a channel or topic, and those that were merged into it, until the transaction ends: waits for whoever is
 * writing one of them into a conversation (`holdLabel`), and they for it. All others go on logging.
 */
export async function lockLabel(db: Database, kind: LabelKind, id: number): Promise<void> {
  const { table } = labelTables[kind];
  await db
    .select({ id: table.id })
    .from(table)
    .where(or(eq(table.id, id), eq(table.mergedIntoId, id)))
    .orderBy(asc(table.id))
    .for("update");
}

/** Locks the conversations that carry it, deleted ones too, by ascending id, as whoever locks several does. */
export async function lockLabelled(db: Database, kind: LabelKind, id: number): Promise<number[]> {
  const rows = await db
    .select({ id: conversations.id })
    .from(conversations)
    .where(eq(labelTables[kind].said, id))
    .orderBy(asc(conversations.id))
    .for("no key update");
  return rows.map((row) => row.id);
}

/** What a merge of a channel or topic moves: live conversations, and members whose usual one it is. */
export async function countLabelUse(db: Database, kind: LabelKind, id: number) {
  const { said, usual } = labelTables[kind];
  const [talks] = await db
    .select({ conversations: count(), customers: countDistinct(conversations.customerId) })
    .from(conversations)
    .where(and(eq(said, id), isNull(conversations.deletedAt)));
  return { conversations: 0, customers: 0, ...talks, members: await db.$count(members, eq(usual, id)) };
}
