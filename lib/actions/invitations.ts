"use server";

import { z } from "zod";
import { db } from "@/db/client";
import { ownOrigin } from "@/lib/auth/own-origin";
import { inviteMember, memberNameLength } from "@/lib/members/invite-member";
import { revokeInvitation } from "@/lib/members/revoke-invitation";
import { roles } from "@/lib/pipeline/role";
import { memberAction } from "./member-action";
import { idField } from "./number-fields";

const longName = `A name has at most ${memberNameLength} characters.`;

/** An invitation just made: what to hand over, this once. */
export type MadeInvitation = { id: number; name: string; link: string };

/** Invites a new person, or somebody without a login by their id (`memberId`). */
export const inviteMemberAction = memberAction(
  z
    .object({
      memberId: z.union([z.literal("").transform(() => undefined), idField]).optional(),
      name: z.string().trim().max(memberNameLength, longName).default(""),
      role: z.enum(roles, "Choose a role."),
    })
    .refine(({ memberId, name }) => memberId !== undefined || name !== "", {
      path: ["name"],
      error: "Enter the person's name, or choose somebody of the list.",
    }),
  async ({ memberId, name, role }, { member }) => {
    const invitee = memberId === undefined ? { name } : { memberId };
    const made = await inviteMember(db, { actor: member, now: new Date(), invitee, role });
    const link = `${await ownOrigin()}/invite/${made.token}`;
    const more: MadeInvitation = { id: made.invitationId, name: made.name, link };
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
