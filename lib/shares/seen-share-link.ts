import type { Database } from "@/db/client";
import { getLastChange, getRevocation } from "@/db/queries/last-change";
import { getShareLink } from "@/db/queries/share-links";
import { type Actor, mayManageShare } from "@/lib/pipeline/permissions";
import { RuleError } from "@/lib/rule-error";
import { whoHas } from "@/lib/who-has";

/** Which link, in the version that was seen. */
export type SeenShareLink = { id: number; version: number };

/**
 * The link in the version that was seen.
 *
 * @throws RuleError it is gone or changed, by whom; it is not the actor's to change.
 */
export async function seenShareLink(tx: Database, actor: Actor, { id, version }: SeenShareLink) {
  const link = await getShareLink(tx, id);
  if (!link || !mayManageShare(actor, link)) throw new RuleError("You have made no such link.");
  if (link.revokedAt)
    throw new RuleError(`${whoHas(await getRevocation(tx, id), actor)} revoked this link already.`);
  if (link.version === version) return link;
  const who = whoHas(await getLastChange(tx, "share link", id), actor);
  throw new RuleError(`${who} changed this link meanwhile. Look at it as it is, and try again.`);
}
