import { and, asc, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { members, type quarantineDecisions, quarantinedEntries } from "@/db/schema";

/** Keeps what the device of a removed member sent, unless it is there already. */
export async function insertQuarantined(
  db: Database,
  entry: { memberId: number; deviceId: string; entry: unknown; deviceRecordedAt: Date; receivedAt: Date },
): Promise<void> {
  await db
    .insert(quarantinedEntries)
    .values(entry)
    .onConflictDoNothing({ target: quarantinedEntries.deviceId });
}

const deciders = alias(members, "deciders");

const columns = {
  id: quarantinedEntries.id,
  memberId: quarantinedEntries.memberId,
  member: members.name,
  deviceId: quarantinedEntries.deviceId,
  entry: quarantinedEntries.entry,
  deviceRecordedAt: quarantinedEntries.deviceRecordedAt,
  receivedAt: quarantinedEntries.receivedAt,
  decision: quarantinedEntries.decision,
  decidedAt: quarantinedEntries.decidedAt,
  decidedById: quarantinedEntries.decidedById,
  decidedBy: deciders.name,
  conversationId: quarantinedEntries.conversationId,
};

const entries = (db: Database) =>
  db
    .select(columns)
    .from(quarantinedEntries)
    .innerJoin(members, eq(members.id, quarantinedEntries.memberId))
    .leftJoin(deciders, eq(deciders.id, quarantinedEntries.decidedById));

/** The entries nobody has decided on, up to `limit` of them, in the order in which they were received. */
export async function listQuarantined(db: Database, limit: number) {
  return entries(db)
    .where(isNull(quarantinedEntries.decision))
    .orderBy(asc(quarantinedEntries.id))
    .limit(limit);
}

export type QuarantinedRow = Awaited<ReturnType<typeof listQuarantined>>[number];

/** The entries that were decided on last, up to `limit` of them, the last one first. */
export async function listDecided(db: Database, limit: number): Promise<QuarantinedRow[]> {
  return entries(db)
    .where(isNotNull(quarantinedEntries.decision))
    .orderBy(desc(quarantinedEntries.decidedAt), desc(quarantinedEntries.id))
    .limit(limit);
}

/** What every device of a removed member sent, decided on or not. */
export async function listSentForms(db: Database) {
  return db.select({ id: quarantinedEntries.id, entry: quarantinedEntries.entry }).from(quarantinedEntries);
}

/** Keeps what a device sent in other words. */
export async function keepSentForm(db: Database, id: number, entry: object): Promise<void> {
  await db.update(quarantinedEntries).set({ entry }).where(eq(quarantinedEntries.id, id));
}

/** How many entries nobody has decided on. */
export async function countQuarantined(db: Database): Promise<number> {
  return db.$count(quarantinedEntries, isNull(quarantinedEntries.decision));
}

/** How many entries of a member nobody has decided on. */
export async function countUndecidedOf(db: Database, memberId: number): Promise<number> {
  return db.$count(
    quarantinedEntries,
    and(eq(quarantinedEntries.memberId, memberId), isNull(quarantinedEntries.decision)),
  );
}

/** Whether the entry of that device id is there, decided on or not. */
export async function isQuarantined(db: Database, deviceId: string): Promise<boolean> {
  return (await db.$count(quarantinedEntries, eq(quarantinedEntries.deviceId, deviceId))) > 0;
}

/** One entry, decided on or not; undefined: there is none. */
export async function getQuarantined(db: Database, id: number) {
  const [row] = await entries(db).where(eq(quarantinedEntries.id, id));
  return row;
}

/** Locks the entry until the transaction ends. @returns whether nobody has decided on it. */
export async function lockUndecided(db: Database, id: number): Promise<boolean> {
  const rows = await db
    .select({ id: quarantinedEntries.id })
    .from(quarantinedEntries)
    .where(and(eq(quarantinedEntries.id, id), isNull(quarantinedEntries.decision)))
    .for("update");
  return rows.length > 0;
}

/** Notes what was decided on an entry. */
export async function decideQuarantined(
  db: Database,
  id: number,
  decided: {
    decision: (typeof quarantineDecisions)[number];
    decidedById: number;
    decidedAt: Date;
    conversationId: number | null;
  },
): Promise<void> {
  await db.update(quarantinedEntries).set(decided).where(eq(quarantinedEntries.id, id));
}
