import { and, asc, eq, exists, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conversations, dealStates, members } from "@/db/schema";
import { holdingRoles } from "@/lib/pipeline/permissions";
import { byName } from "./by-name";

/** The member may hold a conversation that is logged now, and own a deal: on the team, and not one who only reads. */
export function isHolder(): SQL | undefined {
  return and(isNull(members.removedAt), inArray(members.role, [...holdingRoles]));
}

/** Whether this is a member who may hold a conversation and own a deal. */
export async function mayHold(db: Database, memberId: number): Promise<boolean> {
  return (await db.$count(members, and(eq(members.id, memberId), isHolder()))) > 0;
}

/** A member's name, a removed one's too. */
export async function getMemberName(db: Database, id: number): Promise<string | undefined> {
  const [row] = await db.select({ name: members.name }).from(members).where(eq(members.id, id));
  return row?.name;
}

/**
 * Whom the salesperson filter offers: members who own a deal or hold a conversation, and everyone who is on
 * the team, by name. People of imported history and removed members are among them while the log names them.
 */
export async function listSalespeople(db: Database) {
  const owns = db.select({ one: sql`1` }).from(dealStates).where(eq(dealStates.ownerId, members.id));
  const held = db.select({ one: sql`1` }).from(conversations).where(eq(conversations.heldById, members.id));
  return db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(or(isNull(members.removedAt), exists(owns), exists(held)))
    .orderBy(byName(members.name), asc(members.id));
}

export type Salesperson = Awaited<ReturnType<typeof listSalespeople>>[number];
