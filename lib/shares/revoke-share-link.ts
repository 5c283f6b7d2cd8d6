import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { revokeShareLinks } from "@/db/queries/share-links";
import type { Acting } from "@/lib/acting";
import { asSharer } from "./as-sharer";
import { type SeenShareLink, seenShareLink } from "./seen-share-link";

/** Ends a link for good. @throws RuleError it was changed since `version`; it is not the actor's to end. */
export async function revokeShareLink(
  db: Database,
  { actor, now, ...seen }: Acting & SeenShareLink,
): Promise<void> {
  await asSharer(db, actor, async (tx, present) => {
    const link = await seenShareLink(tx, present, seen);
    await revokeShareLinks(tx, { id: link.id }, { now, revokedById: actor.id });
    await insertAuditEntry(tx, {
      memberId: actor.id,
      act: "revoke share link",
      subject: "share link",
      subjectId: String(link.id),
      before: { title: link.title, expiresAt: link.expiresAt },
    });
  });
}
