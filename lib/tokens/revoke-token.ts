import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { revokeTokens } from "@/db/queries/tokens";
import type { Acting } from "@/lib/acting";
import { asAdmin } from "@/lib/members/as-admin";
import { RuleError } from "@/lib/rule-error";

/** Ends a token of the API, whoever made it. @throws RuleError it has ended already; the actor is no admin. */
export async function revokeToken(
  db: Database,
  { actor, now, tokenId }: Acting & { tokenId: number },
): Promise<void> {
  await asAdmin(db, actor, async (tx) => {
    const [token] = await revokeTokens(tx, { id: tokenId }, now);
    if (!token) throw new RuleError("This token has been revoked already.");
    await insertAuditEntry(tx, {
      memberId: actor.id,
      act: "revoke token",
      subject: "token",
      subjectId: String(token.id),
      before: { name: token.name },
    });
  });
}
