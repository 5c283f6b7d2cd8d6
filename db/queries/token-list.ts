import { and, desc, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { apiTokens, members } from "@/db/schema";

/** The tokens of the API that are good, the newest first. */
export async function listTokens(db: Database) {
  return db
    .select({
      id: apiTokens.id,
      name: apiTokens.name,
      madeBy: members.name,
      createdAt: apiTokens.createdAt,
      lastUsedAt: apiTokens.lastUsedAt,
    })
    .from(apiTokens)
    .innerJoin(members, eq(members.id, apiTokens.madeById))
    .where(and(isNull(apiTokens.revokedAt), isNull(members.removedAt)))
    .orderBy(desc(apiTokens.id));
}

/** Ends the good tokens that are meant: one, or all that a member made. Tells their ids and names. */
export async function revokeTokens(db: Database, which: { id: number } | { madeById: number }, now: Date) {
  const meant = "id" in which ? eq(apiTokens.id, which.id) : eq(apiTokens.madeById, which.madeById);
  return db
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(meant, isNull(apiTokens.revokedAt)))
    .returning({ id: apiTokens.id, name: apiTokens.name });
}
