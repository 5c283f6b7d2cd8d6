import { db } from "@/db/client";
import type { Identity } from "@/db/queries/identities";
import { accountLinkedMail } from "@/lib/mail/account-mails";
import { linkIdentity } from "@/lib/members/link-identity";
import { RuleError } from "@/lib/rule-error";
import { linkProof } from "./link-proof";
import { hashOfToken } from "./secret-token";
import { readSession } from "./session";
import { tellOfAccount } from "./tell-of-account";

/**
 * Links the account somebody comes back with to the member who set out, if this is still the session they set
 * out in, and tells them by mail.
 *
 * @param proof what the cookie of the setting out holds.
 * @returns the member's id; else the address of the page that says why not.
 */
export async function linkFromIssuer(
  { identity, proof, token }: { identity: Identity; proof: string; token: string | undefined },
  now: Date,
): Promise<number | string> {
  const signedIn = token === undefined ? undefined : await readSession(db, token, now);
  if (!signedIn || token === undefined) return "/sign-in?error=LinkEnded&next=/profile";
  if (linkProof(hashOfToken(token)) !== proof) return "/profile?account=ended";
  try {
    const isNew = await linkIdentity(db, { memberId: signedIn.member.id, identity, now });
    if (isNew) tellOfAccount(db, signedIn, accountLinkedMail);
    return signedIn.member.id;
  } catch (error) {
    if (error instanceof RuleError) return "/profile?account=taken";
    throw error;
  }
}
