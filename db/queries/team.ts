import type { Database } from "@/db/client";
import { team } from "@/db/schema";

/** The team this installation serves; undefined before its set-up. */
export async function getTeam(db: Database) {
  const [row] = await db.select().from(team);
  return row;
}

export type Team = NonNullable<Awaited<ReturnType<typeof getTeam>>>;
