import { and, eq, isNull, lte, or } from "drizzle-orm";
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
