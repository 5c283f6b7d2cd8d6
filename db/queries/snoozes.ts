import { and, desc, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { followUpSnoozes, members } from "@/db/schema";

const inForce = isNull(followUpSnoozes.undoneAt);

/** Of each snoozed promise the last snooze that nobody took back, to be joined. */
export function lastSnoozes(db: Database) {
  return db
    .selectDistinctOn([followUpSnoozes.conversationId, followUpSnoozes.dueOn], {
      id: followUpSnoozes.id,
      conversationId: followUpSnoozes.conversationId,
      dueOn: followUpSnoozes.dueOn,
      untilOn: followUpSnoozes.untilOn,
      reason: followUpSnoozes.reason,
      snoozedById: followUpSnoozes.snoozedById,
    })
    .from(followUpSnoozes)
    .where(inForce)
    .orderBy(followUpSnoozes.conversationId, followUpSnoozes.dueOn, desc(followUpSnoozes.id))
    .as("last_snoozes");
}

/** Moves a reminder and tells the snooze's id. */
export async function insertSnooze(
  db: Database,
  snooze: Pick<
    typeof followUpSnoozes.$inferInsert,
    "conversationId" | "dueOn" | "untilOn" | "reason" | "snoozedById" | "snoozedAt"
  >,
): Promise<number> {
  const [row] = await db.insert(followUpSnoozes).values(snooze).returning({ id: followUpSnoozes.id });
  if (!row) throw new Error("The snooze was not stored.");
  return row.id;
}

/** A snooze, taken back or not. */
export async function getSnooze(db: Database, id: number) {
  const [row] = await db.select().from(followUpSnoozes).where(eq(followUpSnoozes.id, id));
  return row;
}

/** The last snooze of a conversation's promise that nobody took back. */
export async function getLastSnooze(db: Database, conversationId: number, dueOn: string) {
  const [row] = await db
    .select({
      id: followUpSnoozes.id,
      untilOn: followUpSnoozes.untilOn,
      reason: followUpSnoozes.reason,
      byId: followUpSnoozes.snoozedById,
      by: members.name,
    })
    .from(followUpSnoozes)
    .innerJoin(members, eq(members.id, followUpSnoozes.snoozedById))
    .where(and(eq(followUpSnoozes.conversationId, conversationId), eq(followUpSnoozes.dueOn, dueOn), inForce))
    .orderBy(desc(followUpSnoozes.id))
    .limit(1);
  return row;
}

/** The snooze was taken back by this member. */
export async function undoSnoozeRow(
  db: Database,
  id: number,
  { undoneById, undoneAt }: { undoneById: number; undoneAt: Date },
): Promise<void> {
  await db.update(followUpSnoozes).set({ undoneById, undoneAt }).where(eq(followUpSnoozes.id, id));
}

/** Every time a conversation's reminder was moved, the last one first, those taken back too. */
export async function listSnoozes(db: Database, conversationId: number) {
  return db
    .select({
      id: followUpSnoozes.id,
      dueOn: followUpSnoozes.dueOn,
      untilOn: followUpSnoozes.untilOn,
      reason: followUpSnoozes.reason,
      by: members.name,
      snoozedAt: followUpSnoozes.snoozedAt,
      undoneAt: followUpSnoozes.undoneAt,
    })
    .from(followUpSnoozes)
    .innerJoin(members, eq(members.id, followUpSnoozes.snoozedById))
    .where(eq(followUpSnoozes.conversationId, conversationId))
    .orderBy(desc(followUpSnoozes.id));
}

export type Snooze = Awaited<ReturnType<typeof listSnoozes>>[number];
