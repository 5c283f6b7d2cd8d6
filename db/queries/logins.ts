import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { members } from "@/db/schema";

/** The member who signs in with this e-mail (in any case); undefined: nobody of the team does. */
export async function getLogin(db: Database, email: string) {
  const [row] = await db
    .select({
      id: members.id,
      name: members.name,
      email: members.email,
      passwordHash: members.passwordHash,
    })
    .from(members)
    .where(and(sql`lower(${members.email}) = lower(${email})`, isNull(members.removedAt)));
  return row;
}

/** The admin who has been one of the team the longest; undefined before the set-up. */
export async function getFirstAdmin(db: Database) {
  const [row] = await db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(and(eq(members.role, "admin"), isNull(members.removedAt)))
    .orderBy(asc(members.id))
    .limit(1);
  return row;
}

/** What is stored of a member's password, which stays so until the transaction ends; two ask one after the other. */
export async function holdPasswordHash(db: Database, memberId: number): Promise<string | null> {
  const [row] = await db
    .select({ passwordHash: members.passwordHash })
    .from(members)
    .where(eq(members.id, memberId))
    .for("no key update");
  return row?.passwordHash ?? null;
}

/** Gives a member another password. */
export async function updatePasswordHash(
  db: Database,
  memberId: number,
  passwordHash: string,
): Promise<void> {
  await db.update(members).set({ passwordHash }).where(eq(members.id, memberId));
}
