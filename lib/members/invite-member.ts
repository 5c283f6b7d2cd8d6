import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import {
  forgetExpiredInvitationMails,
  getOpenInvitationFor,
  insertInvitation,
} from "@/db/queries/invitations";
import { getMember, listPresentWithoutLogin } from "@/db/queries/team-members";
import type { Acting } from "@/lib/acting";
import { hashOfToken, newSecretToken } from "@/lib/auth/secret-token";
import { nameKey } from "@/lib/pipeline/name-key";
import type { Role } from "@/lib/pipeline/role";
import { RuleError } from "@/lib/rule-error";
import { asAdmin } from "./as-admin";
import { memberName } from "./member-name";
import { endInvitation } from "./revoke-invitation";

/** An invitation can be accepted for this long. */
export const invitationDays = 7;

/**
 * For whom: a new person by their name, or somebody without a login, whose history becomes theirs. `otherThan`: whom
 * of that name it is not; `replacedId`: their open invitation, which is revoked for the new one.
 */
export type Invitee =
  | { name: string; otherThan?: readonly number[] }
  | { memberId: number; replacedId?: number };

type Replacing = Acting & { memberId: number; replacedId?: number };

/** How a link is asked for again for somebody whose invitation is open. */
export const openAlready = (name: string) =>
  `${name} has an open invitation already. Press the button again to replace it: its link then leads nowhere.`;

/** A new person has the name of people with history here, whom the invitation may be meant for: asked once. */
export class NamesakeError extends RuleError {
  override name = "NamesakeError";
  readonly ids: readonly number[];

  constructor(namesakes: readonly { id: number; name: string }[]) {
    const name = namesakes[0]?.name;
    super(`${name} has history here: choose them under For, or press again for somebody else.`, {
      field: "name",
    });
    this.ids = namesakes.map(({ id }) => id);
  }
}

/**
 * The people of this name who could be meant, each of whom the admin has said it is not. Example: Anna Schmidt came
 * with an import. Who invites an “anna schmidt” is asked about her, and invites another one by pressing again.
 */
async function declinedNamesakes(tx: Database, name: string, otherThan: readonly number[]) {
  const namesakes = await listPresentWithoutLogin(tx, nameKey(name));
  if (namesakes.some(({ id }) => !otherThan.includes(id))) throw new NamesakeError(namesakes);
  return namesakes.map(({ id }) => id);
}

async function checkedMember(tx: Database, { now, memberId, replacedId, ...who }: Replacing) {
  const member = await getMember(tx, memberId);
  if (!member) throw new RuleError("There is no such person.");
  if (member.isErased)
    throw new RuleError(
      "Their details were erased, so nobody has their history. Invite them as a new person.",
    );
  if (member.hasLogin) throw new RuleError(`${member.name} can sign in already.`);
  const open = await getOpenInvitationFor(tx, memberId, now);
  if (open && open.id !== replacedId) throw new RuleError(openAlready(member.name));
  if (open) await endInvitation(tx, { ...who, now, invitation: open });
  return member.name;
}

/**
 * Invites somebody by a one-time link that is good for seven days, unless it is revoked or its maker is
 * removed or no admin any more.
 *
 * @returns the link's secret token; only its hash is stored, so it is seen this once.
 * @throws NamesakeError the name is that of people with history who are not in `otherThan`; RuleError it is missing;
 * the person can sign in, was erased, or has an open invitation other than `replacedId`; the actor is no admin.
 */
export async function inviteMember(
  db: Database,
  { actor, now, invitee, role }: Acting & { invitee: Invitee; role: Role },
): Promise<{ invitationId: number; name: string; token: string }> {
  const token = newSecretToken();
  const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000);
  return asAdmin(db, actor, async (tx) => {
    const name =
      "name" in invitee
        ? memberName(invitee.name, "Say whom you invite: a name is needed.")
        : await checkedMember(tx, { actor, now, ...invitee });
    await forgetExpiredInvitationMails(tx, now);
    const memberId = "memberId" in invitee ? invitee.memberId : null;
    const otherThan = "name" in invitee ? await declinedNamesakes(tx, name, invitee.otherThan ?? []) : [];
    const invitationId = await insertInvitation(tx, {
      tokenHash: hashOfToken(token),
      name,
      role,
      memberId,
      invitedById: actor.id,
      createdAt: now,
      expiresAt,
    });
    await insertAuditEntry(tx, {
      memberId: actor.id,
      act: "invite member",
      subject: "invitation",
      subjectId: String(invitationId),
      after: { name, role, memberId, expiresAt, ...(otherThan.length > 0 ? { otherThan } : {}) },
    });
    return { invitationId, name, token };
  });
}
