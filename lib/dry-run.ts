import type { Database } from "@/db/client";
import { isOutrun } from "@/lib/is-outrun";

/** Thrown within a transaction whose work is not to be kept, and caught around it. */
export class KeepNothing extends Error {}

const attempts = 5;

/**
 * Does something for real in a transaction that is then rolled back: what it reads is what would be. One
 * moment's database, so that nobody else's work shows in the difference; tried again when somebody is quicker.
 *
 * @throws what `act` throws.
 */
export async function dryRun<Result>(
  db: Database,
  act: (tx: Database) => Promise<Result>,
  attempt = 1,
): Promise<Result> {
  let result: { is: Result } | undefined;
  try {
    await db.transaction(
      async (tx) => {
        result = { is: await act(tx) };
        throw new KeepNothing();
      },
      { isolationLevel: "repeatable read" },
    );
  } catch (error) {
    const isLate = isOutrun(error, "changed") || isOutrun(error, "taken");
    if (isLate && attempt < attempts) return dryRun(db, act, attempt + 1);
    if (!(error instanceof KeepNothing)) throw error;
  }
  if (!result) throw new Error("A dry run ends with its result.");
  return result.is;
}
