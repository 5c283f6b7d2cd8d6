import type { Database } from "@/db/client";
import { lockMembers } from "@/db/queries/members-lock";
import { getMember } from "@/db/queries/team-members";
import { checkedTransaction } from "@/lib/checked-transaction";
import { type Actor, mayAdminister } from "@/lib/pipeline/permissions";
import { RuleError } from "@/lib/rule-error";

/**
 * Runs what only an admin may do in one transaction, one such change after the other, and only while the actor is
 * an admin by then: whoever was demoted or removed a moment before is refused.
 *
 * @throws RuleError the actor is no admin (any more); whatever `change` refuses.
 */
export async function asAdmin<Result>(
  db: Database,
  actor: Actor,
  change: (tx: Database) => Promise<Result>,
): Promise<Result> {
  const refused = new RuleError("Only an admin may do this.");
  if (!mayAdminister(actor)) throw refused;
  return checkedTransaction(db, async (tx) => {
    await lockMembers(tx);
    const now = await getMember(tx, actor.id);
    if (!now || now.removedAt || !mayAdminister(now)) throw refused;
    return change(tx);
  });
}
