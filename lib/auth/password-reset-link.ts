import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { getLogin } from "@/db/queries/logins";
import { lockMembers } from "@/db/queries/members-lock";
import {
  deleteExpiredPasswordResets,
  getPasswordReset,
  insertPasswordReset,
} from "@/db/queries/password-resets";
import { getProfile } from "@/db/queries/profiles";
import { getTeam } from "@/db/queries/team";
import type { Acting } from "@/lib/acting";
import { asAdmin } from "@/lib/members/as-admin";
import { RuleError } from "@/lib/rule-error";
import { refuseOwnName } from "./guessable-password";
import { hashPassword } from "./password";
import { hashOfToken, newSecretToken } from "./secret-token";
import { storePassword } from "./store-password";

const hour = 3_600_000;

/** A link somebody asked for by e-mail is good for this long, one an admin made for a day. */
export const askedLinkHours = 1;
export const madeLinkHours = 24;

/** The link was used, has ended or never was: which of these is nobody's business. */
export class ResetLinkGoneError extends RuleError {
  override name = "ResetLinkGoneError";

  constructor() {
    super("This link is not good any more. Ask for a new one.");
  }
}

async function keepLink(db: Database, memberId: number, { now, hours }: { now: Date; hours: number }) {
  const token = newSecretToken();
  const expiresAt = new Date(now.getTime() + hours * hour);
  await deleteExpiredPasswordResets(db, now);
  await insertPasswordReset(db, { tokenHash: hashOfToken(token), memberId, createdAt: now, expiresAt });
  return token;
}

/**
 * A link for whoever forgot the password of this e-mail; undefined: nobody of the team signs in with it and a
 * password. Somebody who signs in at an issuer only is not given a second way in.
 *
 * @returns whose it is, and the link's secret token; only its hash is stored.
 */
export async function askForResetLink(db: Database, email: string, now: Date) {
  const login = await getLogin(db, email);
  if (!login?.passwordHash || !login.email) return undefined;
  const token = await keepLink(db, login.id, { now, hours: askedLinkHours });
  return { to: { name: login.name, address: login.email }, token };
}

/**
 * A link by which a member sets a new password, for an admin to hand over.
 *
 * @returns the member's name and the link's secret token, seen this once; only its hash is stored.
 * @throws RuleError the member signs in without a password or is gone; the actor is no admin.
 */
export async function makeResetLink(
  db: Database,
  { actor, now, memberId }: Acting & { memberId: number },
): Promise<{ name: string; token: string }> {
  return asAdmin(db, actor, async (tx) => {
    const member = await getProfile(tx, memberId);
    if (!member) throw new RuleError("There is no such member.");
    if (!member.passwordHash) throw new RuleError(`${member.name} does not sign in with a password.`);
    const token = await keepLink(tx, memberId, { now, hours: madeLinkHours });
    await insertAuditEntry(tx, {
      memberId: actor.id,
      act: "make password link",
      subject: "member",
      subjectId: String(memberId),
    });
    return { name: member.name, token };
  });
}

/**
 * Sets a new password by a link, one time: every session of the member and every other such link end. Of two
 * who use one link at once, one does.
 *
 * @returns whose password it is now.
 * @throws ResetLinkGoneError it is not good (any more); RuleError the password is a name of theirs or the team's.
 */
export async function setPasswordByLink(
  db: Database,
  { token, password, now }: { token: string; password: string; now: Date },
): Promise<{ name: string; email: string | null }> {
  const tokenHash = hashOfToken(token);
  const asked = await getPasswordReset(db, tokenHash, now);
  if (!asked) throw new ResetLinkGoneError();
  refuseOwnName(password, [asked.email, asked.name, (await getTeam(db))?.name]);
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    await lockMembers(tx);
    const reset = await getPasswordReset(tx, tokenHash, now);
    if (!reset) throw new ResetLinkGoneError();
    const { memberId, name, email } = reset;
    await storePassword(tx, memberId, passwordHash);
    await insertAuditEntry(tx, {
      memberId,
      act: "reset password",
      subject: "member",
      subjectId: String(memberId),
    });
    return { name, email };
  });
}
