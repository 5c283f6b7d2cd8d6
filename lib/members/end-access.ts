import type { Database } from "@/db/client";
import { deleteIdentitiesOf } from "@/db/queries/identities";
import { revokeInvitations } from "@/db/queries/invitations";
import { deletePasswordResetsOf } from "@/db/queries/password-resets";
import { deleteSessionsOf } from "@/db/queries/sessions";
import { revokeShareLinks } from "@/db/queries/share-links";
import { revokeTokens } from "@/db/queries/tokens";

/**
 * Ends every way in that is a member's or was made by them: sessions, sign-ins, links for a new password, tokens,
 * shared links, and invitations by them and for them.
 *
 * @returns the tokens, invitations and shared links that were good until then, as the audit log keeps them: their
 * ids, and what they were called, which can be a name of the member's.
 */
export async function endAccess(
  tx: Database,
  memberId: number,
  { endedById, now }: { endedById: number; now: Date },
) {
  await deleteSessionsOf(tx, memberId);
  await deletePasswordResetsOf(tx, memberId);
  await deleteIdentitiesOf(tx, memberId);
  const tokens = await revokeTokens(tx, { madeById: memberId }, now);
  const made = await revokeInvitations(tx, { invitedById: memberId }, now);
  const meant = await revokeInvitations(tx, { memberId }, now);
  const links = await revokeShareLinks(tx, { madeById: memberId }, { now, revokedById: endedById });
  return {
    ids: {
      tokensEnded: tokens.map(({ id }) => id),
      invitationsEnded: [...made, ...meant].map(({ id }) => id),
      shareLinksEnded: links.map(({ id }) => id),
    },
    called: {
      invitedNames: [...made, ...meant].map(({ name }) => name),
      shareLinkTitles: links.map(({ title }) => title),
    },
  };
}
