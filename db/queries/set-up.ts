import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { channels, members, setUpCode, stageSettings, stages, team } from "@/db/schema";
import { nameKey } from "@/lib/pipeline/name-key";
import type { Outcome } from "@/lib/pipeline/outcome";

/** Keeps the hash of the one set-up code that is valid from now on. */
export async function replaceSetUpCode(db: Database, codeHash: string): Promise<void> {
  await db
    .insert(setUpCode)
    .values({ codeHash })
    .onConflictDoUpdate({ target: setUpCode.id, set: { codeHash, createdAt: sql`now()` } });
}

/** Whether this is the hash of the valid set-up code. */
export async function isSetUpCode(db: Database, codeHash: string): Promise<boolean> {
  const rows = await db.select({ id: setUpCode.id }).from(setUpCode).where(eq(setUpCode.codeHash, codeHash));
  return rows.length > 0;
}

/** No code is valid any more. */
export async function deleteSetUpCode(db: Database): Promise<void> {
  await db.delete(setUpCode);
}

/**
 * Makes the team unless there is one. Of two at the same moment the second waits for the first.
 *
 * @returns whether this call made it.
 */
export async function insertTeam(db: Database, row: typeof team.$inferInsert): Promise<boolean> {
  const made = await db.insert(team).values(row).onConflictDoNothing().returning({ id: team.id });
  return made.length > 0;
}

/** Makes the first admin and tells its id. */
export async function insertFirstAdmin(
  db: Database,
  admin: { name: string; email: string; passwordHash: string },
): Promise<number> {
  const [row] = await db
    .insert(members)
    .values({ ...admin, nameKey: nameKey(admin.name), role: "admin" })
    .returning({ id: members.id });
  if (!row) throw new Error("The first admin was not stored.");
  return row.id;
}

/** Makes the stages of a new pipeline, in this order, with the first row of each one's history. */
export async function insertFirstStages(
  db: Database,
  list: readonly { name: string; outcome: Outcome }[],
  setById: number,
): Promise<void> {
  const made = await db
    .insert(stages)
    .values(list.map((stage, index) => ({ ...stage, nameKey: nameKey(stage.name), position: index + 1 })))
    .returning({ stageId: stages.id, position: stages.position, outcome: stages.outcome });
  await db.insert(stageSettings).values(made.map((stage) => ({ ...stage, setById })));
}

/** Makes the ways to hold a conversation that a new team chooses from, in this order. */
export async function insertFirstChannels(db: Database, names: readonly string[]): Promise<void> {
  await db
    .insert(channels)
    .values(names.map((name, index) => ({ name, nameKey: nameKey(name), position: index + 1 })));
}
