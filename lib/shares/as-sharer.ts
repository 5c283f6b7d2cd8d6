import type { Database } from "@/db/client";
import { lockMembers } from "@/db/queries/members-lock";
import { getMember } from "@/db/queries/team-members";
import { type Actor, mayShare } from "@/lib/pipeline/permissions";
import { RuleError } from "@/lib/rule-error";

/**
 * Runs what somebody changes about the shared links in one transaction, and only while they are on the team
 * and no viewer by then, so that nothing is shared by whoever was removed a moment before.
 *
 * @throws RuleError the actor may not share (any more); whatever `change` refuses.
 */
export async function asSharer<Result>(
  db: Database,
  actor: Actor,
  change: (tx: Database, actor: Actor) => Promise<Result>,
): Promise<Result> {
  return db.transaction(async (tx) => {
    await lockMembers(tx);
    const now = await getMember(tx, actor.id);
    if (!now || now.removedAt || !mayShare(now))
      throw new RuleError("Only a member or an admin shares and changes links.");
    return change(tx, now);
  });
}
