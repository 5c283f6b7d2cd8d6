"use server";

import { z } from "zod";
import { db } from "@/db/client";
import { getOpenInvitationFor, noteInvitationMailed } from "@/db/queries/invitations";
import { ownOrigin } from "@/lib/auth/own-origin";
import { deliverPromptly } from "@/lib/mail/deliver";
import { invitationMail } from "@/lib/mail/invitation-mail";
import {
  type Invitee,
  invitationDays,
  inviteMember,
  NamesakeError,
  openAlready,
} from "@/lib/members/invite-member";
import { revokeInvitation } from "@/lib/members/revoke-invitation";
import { cleanName } from "@/lib/pipeline/clean-name";
import { longest } from "@/lib/pipeline/longest";
import { roles } from "@/lib/pipeline/role";
import { emailSchema } from "@/lib/set-up/set-up-schema";
import { memberAction } from "./member-action";
import { idField } from "./number-fields";
import type { ActionAnswer } from "./public-action";

const longName = `A name has at most ${longest.name} characters.`;

// Who is chosen after the question about their name needs not be taken out of the field of the name.
const isOnePerson = ({
  memberId,
  name,
  otherThan = [],
}: {
  memberId?: number;
  name: string;
  otherThan?: number[];
}) => memberId === undefined || name === "" || otherThan.includes(memberId);

/** An invitation just made: mailed, or what to hand over, this once, and why it was not mailed. */
type MadeInvitation = { id: number; name: string } & (
  | { mailedTo: string }
  | { link: string; notMailed: string | null }
);

/**
 * Invites a new person, or somebody without a login by their id (`memberId`). An invitation of
 * theirs that is open is asked about first, and revoked when it is sent along (`replacedId`); so are people with
 * history of the new person's name, until they are sent along (`otherThan`).
 */
export const inviteMemberAction = memberAction(
  z
    .object({
      memberId: z.union([z.literal("").transform(() => undefined), idField]).optional(),
      replacedId: z.union([z.literal("").transform(() => undefined), idField]).optional(),
      otherThan: z
        .string()
        .transform((ids) => ids.split(",").filter(Boolean))
        .pipe(z.array(idField))
        .optional(),
      name: z.string().overwrite(cleanName).max(longest.name, longName).default(""),
      email: z.union([z.literal("").transform(() => undefined), emailSchema]).optional(),
      role: z.enum(roles, "Choose a role."),
    })
    .refine(({ memberId, name }) => memberId !== undefined || name !== "", {
      path: ["name"],
      error: "Enter the person's name, or choose somebody of the list.",
    })
    .refine(isOnePerson, {
      path: ["name"],
      error: "Choose somebody of the list or enter a new name, not both.",
    }),
  async (
    { memberId, replacedId, otherThan = [], name, email = "", role },
    { member, team },
  ): Promise<ActionAnswer<MadeInvitation>> => {
    const now = new Date();
    const asked = { otherThan: otherThan.join(",") };
    const open = memberId === undefined ? undefined : await getOpenInvitationFor(db, memberId, now);
    if (open && open.id !== replacedId) {
      const errors = { memberId: openAlready(open.name) };
      return {
        errors,
        values: { memberId: String(memberId), replacedId: String(open.id), ...asked, name, email, role },
      };
    }
    const invitee: Invitee = memberId === undefined ? { name, otherThan } : { memberId, replacedId };
    const made = await inviteMember(db, { actor: member, now, invitee, role }).catch((error: unknown) => {
      if (error instanceof NamesakeError) return error;
      throw error;
    });
    if (made instanceof NamesakeError)
      return { errors: { name: made.message }, values: { otherThan: made.ids.join(","), name, email, role } };
    const link = `${await ownOrigin()}/invite/${made.token}`;
    const shown = { id: made.invitationId, name: made.name };
    if (email === "") {
      const more: MadeInvitation = { ...shown, link, notMailed: null };
      return { values: {}, more };
    }
    const to = { name: made.name, address: email };
    const goodFor = `${invitationDays} days`;
    const mail = invitationMail({ to, invitedBy: member.name, team: team.name, role, link, goodFor });
    const delivery = await deliverPromptly(db, mail);
    if (delivery.kind === "sent") await noteInvitationMailed(db, made.invitationId, email);
    const notMailed = delivery.kind === "failed" ? delivery.reason : "This installation sends no mail.";
    const more: MadeInvitation =
      delivery.kind === "sent" ? { ...shown, mailedTo: email } : { ...shown, link, notMailed };
    return { values: {}, more };
  },
  "admin",
);

/** Ends an invitation before it is used. */
export const revokeInvitationAction = memberAction(
  z.object({ invitationId: idField }),
  async ({ invitationId }, { member }) => {
    await revokeInvitation(db, { actor: member, now: new Date(), invitationId });
    return { done: "The invitation is revoked: its link leads nowhere now." };
  },
  "admin",
);
