import type { Database } from "@/db/client";
import { isOutrun } from "@/lib/is-outrun";

/**
 * Runs an act that makes sure that something is free, such as a name, and then takes it, in one transaction. Where
 * somebody takes it in between the act runs once more, and refuses in its own words what is taken by then.
 */
export async function checkedTransaction<Result>(
  db: Database,
  act: (tx: Database) => Promise<Result>,
): Promise<Result> {
  try {
    return await db.transaction(act);
  } catch (error) {
    if (isOutrun(error, "taken")) return db.transaction(act);
    throw error;
  }
}
