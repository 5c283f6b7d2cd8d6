import { asc, eq, exists, isNull, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conversations, dealStates, members } from "@/db/schema";
import { byName } from "./by-name";

/**
 * Whom the salesperson filter offers: members who own a deal or hold a conversation, and everyone who is on
 * the team, by name. People of imported history and removed members are among them while the log names them.
 */
export async function listSalespeople(db: Database) {
  const owns = db.select({ one: sql`1` }).from(dealStates).where(eq(dealStates.ownerId, members.id));
  const held = db.select({ one: sql`1` }).from(conversations).where(eq(conversations.heldById, members.id));
  return db
    .select({ id: members.id, name: members.name, nameKey: members.nameKey })
    .from(members)
    .where(or(isNull(members.removedAt), exists(owns), exists(held)))
    .orderBy(byName(members.name), asc(members.id));
}

export type Salesperson = Awaited<ReturnType<typeof listSalespeople>>[number];
