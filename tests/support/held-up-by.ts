import type { Database } from "@/db/client";
import { untilWaiting } from "./until-waiting";

/**
 * What the act answers that has to wait for another one: `other` is under way when the act begins, and is done once
 * the act waits. An act that waits for nobody fails the test.
 */
export async function heldUpBy<Answer>(
  db: Database,
  other: (tx: Database) => Promise<unknown>,
  act: () => Promise<Answer>,
  end: (tx: Database) => Promise<unknown> = async () => {},
): Promise<Answer> {
  const { answer } = await db.transaction(async (tx) => {
    await other(tx);
    const answer = act();
    answer.catch(() => {});
    await untilWaiting(db);
    await end(tx);
    return { answer };
  });
  return answer;
}
