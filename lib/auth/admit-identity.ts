import type { Database } from "@/db/client";
import { getMemberOfIdentity, type Identity } from "@/db/queries/identities";
import { ImportRunningError } from "@/lib/import/import-lock";
import { acceptInvitation, InvitationGoneError } from "@/lib/members/accept-invitation";
import { RuleError } from "@/lib/rule-error";

/** What came of a sign-in at the issuer. `unknown`: it is linked to nobody, and no invitation came along. */
type AdmittedIdentity =
  | { kind: "member"; id: number }
  | { kind: "unknown" }
  | { kind: "gone" }
  | { kind: "import running" }
  | { kind: "linked already" };

/**
 * Who the identity is: the member it is linked to, or, with an invitation, the one it is linked to by accepting
 * it. Nothing else links it: an e-mail that somebody of the team also has does not.
 *
 * @param email the person's, if the issuer has verified it.
 * @param invitation the token of the invitation the person started from.
 */
export async function admitIdentity(
  db: Database,
  {
    identity,
    email,
    invitation,
    now,
  }: { identity: Identity; email: string | null; invitation: string | undefined; now: Date },
): Promise<AdmittedIdentity> {
  if (invitation === undefined) {
    const id = await getMemberOfIdentity(db, identity);
    return id === undefined ? { kind: "unknown" } : { kind: "member", id };
  }
  try {
    const acceptance = { by: "identity", identity, email } as const;
    return { kind: "member", id: await acceptInvitation(db, { token: invitation, acceptance, now }) };
  } catch (error) {
    if (error instanceof InvitationGoneError) return { kind: "gone" };
    if (error instanceof ImportRunningError) return { kind: "import running" };
    if (error instanceof RuleError) return { kind: "linked already" };
    throw error;
  }
}
