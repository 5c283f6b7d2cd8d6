import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { updateShareLinkEnd } from "@/db/queries/share-links";
import type { Acting } from "@/lib/acting";
import { asSharer } from "./as-sharer";
import { type SeenShareLink, seenShareLink } from "./seen-share-link";
import { problemOfShareEnd } from "./share-rules";

/**
 * Gives a link another end, an earlier one too; one that is over is good again by it.
 *
 * @throws RuleError the end is past, or missing where names show; the link was changed since `version`; it is
 * not the actor's to change.
 */
export async function extendShareLink(
  db: Database,
  { actor, now, expiresAt, ...seen }: Acting & SeenShareLink & { expiresAt: Date | null },
): Promise<void> {
  await asSharer(db, actor, async (tx, present) => {
    const link = await seenShareLink(tx, present, seen);
    const problem = problemOfShareEnd(expiresAt, { ...link, now });
    if (problem) throw problem;
    await updateShareLinkEnd(tx, link.id, expiresAt);
    await insertAuditEntry(tx, {
      memberId: actor.id,
      act: "extend share link",
      subject: "share link",
      subjectId: String(link.id),
      before: { title: link.title, expiresAt: link.expiresAt },
      after: { title: link.title, expiresAt },
    });
  });
}
