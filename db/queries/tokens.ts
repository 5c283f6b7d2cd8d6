import { and, desc, eq, isNull, lte, or } from "drizzle-orm";
import type { Database } from "@/db/client";
import { apiTokens, members } from "@/db/schema";

/** Keeps a new token of the API by its hash. */
export async function insertToken(
  db: Database,
  token: { name: string; tokenHash: string; madeById: number },
): Promise<number> {
  const [row] = await db.insert(apiTokens).values(token).returning({ id: apiTokens.id });
  if (!row) throw new Error("The token was not stored.");
  return row.id;
}

/** The token of this hash with its maker, while it is not revoked and the maker is on the team. */
export async function getToken(db: Database, tokenHash: string) {
  const [row] = await db
    .select({
      id: apiTokens.id,
      lastUsedAt: apiTokens.lastUsedAt,
      member: { id: members.id, name: members.name, email: members.email, role: members.role },
    })
    .from(apiTokens)
    .innerJoin(members, eq(members.id, apiTokens.madeById))
    .where(and(eq(apiTokens.tokenHash, tokenHash), isNull(apiTokens.revokedAt), isNull(members.removedAt)));
  return row;
}

/** Notes that a token was used, unless that was noted after `notedUntil`. */
export async function updateTokenUse(
  db: Database,
  id: number,
  { now, notedUntil }: { now: Date; notedUntil: Date },
): Promise<void> {
  await db
    .update(apiTokens)
    .set({ lastUsedAt: now })
    .where(
      and(eq(apiTokens.id, id), or(isNull(apiTokens.lastUsedAt), lte(apiTokens.lastUsedAt, notedUntil))),
    );
}

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
