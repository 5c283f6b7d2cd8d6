import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { getMemberOfIdentity, type Identity, insertIdentity } from "@/db/queries/identities";
import { acceptInvitationRow, getOpenInvitation, type OpenInvitation } from "@/db/queries/invitations";
import { lockMembers } from "@/db/queries/members-lock";
import { getTeam } from "@/db/queries/team";
import { getMember, insertMember, isEmailTaken, updateMember } from "@/db/queries/team-members";
import { refuseOwnName } from "@/lib/auth/guessable-password";
import { hashPassword } from "@/lib/auth/password";
import { hashOfToken } from "@/lib/auth/secret-token";
import { keepImportsOut } from "@/lib/import/import-lock";
import { cleanName } from "@/lib/pipeline/clean-name";
import { nameKey } from "@/lib/pipeline/name-key";
import { RuleError } from "@/lib/rule-error";
import { invitedPersonId } from "./invited-person";

/** The invitation is used, revoked, expired or never was: which of these is nobody's business. */
export class InvitationGoneError extends RuleError {
  override name = "InvitationGoneError";

  constructor() {
    super("This invitation is not good any more. Ask for a new one.");
  }
}

/** How the invited person will sign in. The e-mail of an identity is null unless its issuer has verified it. */
export type Acceptance =
  | { by: "password"; name?: string; email: string; password: string }
  | { by: "identity"; identity: Identity; email: string | null };

type Login = { name?: string; email: string | null; passwordHash: string | null };

async function loginOf(acceptance: Acceptance): Promise<Login> {
  if (acceptance.by === "identity") return { email: acceptance.email, passwordHash: null };
  const { name, email, password } = acceptance;
  return { name: cleanName(name ?? "") || undefined, email, passwordHash: await hashPassword(password) };
}

async function admit(tx: Database, invitation: OpenInvitation, login: Login, now: Date) {
  const { name, role } = invitation;
  const { email, passwordHash } = login;
  // An import that is running may be about to make who is invited: they would be two.
  if (invitation.memberId === null) await keepImportsOut(tx);
  const memberId = await invitedPersonId(tx, invitation);
  if (memberId === null) {
    const own = login.name ?? name;
    return insertMember(tx, { name: own, nameKey: nameKey(own), role, email, passwordHash, createdAt: now });
  }
  const member = await getMember(tx, memberId);
  if (!member || member.hasLogin) throw new InvitationGoneError();
  await updateMember(tx, memberId, { role, email, passwordHash, removedAt: null });
  return memberId;
}

/**
 * Accepts an invitation: makes the new member, or gives its person of imported history (invited-person.ts) a login, so
 * that their history is theirs. Of many who use one link at once, one gets in.
 *
 * @returns the member's id.
 * @throws InvitationGoneError it is not good (any more); RuleError somebody of the team has that e-mail or sign-in, or
 * the password is a name of theirs or the team's; ImportRunningError an import may be making the invited person just
 * now.
 */
export async function acceptInvitation(
  db: Database,
  { token, acceptance, now }: { token: string; acceptance: Acceptance; now: Date },
): Promise<number> {
  const tokenHash = hashOfToken(token);
  const asked = await getOpenInvitation(db, tokenHash, now);
  if (!asked) throw new InvitationGoneError();
  if (acceptance.by === "password") {
    const { name, email, password } = acceptance;
    refuseOwnName(password, [email, name, asked.name, (await getTeam(db))?.name]);
  }
  const login = await loginOf(acceptance);
  return db.transaction(async (tx) => {
    await lockMembers(tx);
    const invitation = await getOpenInvitation(tx, tokenHash, now);
    if (!invitation) throw new InvitationGoneError();
    if (login.email && (await isEmailTaken(tx, login.email))) {
      if (acceptance.by === "password")
        throw new RuleError("Somebody of the team has this e-mail already. Sign in, or use another one.");
      login.email = null;
    }
    const identity = acceptance.by === "identity" ? acceptance.identity : undefined;
    if (identity && (await getMemberOfIdentity(tx, identity)) !== undefined)
      throw new RuleError("This account belongs to somebody of the team already. Sign in with it.");
    const memberId = await admit(tx, invitation, login, now);
    if (identity) await insertIdentity(tx, { ...identity, memberId, linkedAt: now });
    await acceptInvitationRow(tx, invitation.id, { memberId, now });
    await insertAuditEntry(tx, {
      memberId,
      act: "accept invitation",
      subject: "member",
      subjectId: String(memberId),
      after: { invitation: invitation.id, role: invitation.role, email: login.email, by: acceptance.by },
    });
    return memberId;
  });
}
