"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { db } from "@/db/client";
import { deliverLater } from "@/lib/mail/deliver";
import { roleChangedMail } from "@/lib/mail/role-changed-mail";
import { changeRole } from "@/lib/members/change-role";
import { removeMember } from "@/lib/members/remove-member";
import { renameMember } from "@/lib/members/rename-member";
import { roles } from "@/lib/pipeline/role";
import { memberAction } from "./member-action";
import { idField, versionField } from "./number-fields";
import { showPage } from "./show-page";

const seen = { memberId: idField, version: versionField };

/** Gives a member another role. */
export const changeRoleAction = memberAction(
  z.object({ ...seen, role: z.enum(roles, "Choose a role.") }),
  async (wanted, { member, team }) => {
    const change = { actor: member, now: new Date(), ...wanted };
    const { name, email, isChanged } = await changeRole(db, change);
    if (isChanged && email && wanted.memberId !== member.id)
      deliverLater(db, (linkTo) =>
        roleChangedMail({
          to: { name, address: email },
          changedBy: member.name,
          team: team.name,
          role: wanted.role,
          link: linkTo("/"),
        }),
      );
    // The page stays: beside this form the name may have been corrected, and is not saved yet.
    return { done: "The role is changed.", values: {} };
  },
  "admin",
);

/** Corrects a member's name. */
export const renameMemberAction = memberAction(
  z.object({ ...seen, name: z.string("Enter the name.") }),
  async (wanted, { member }) => {
    await renameMember(db, { actor: member, ...wanted });
    return { done: "The name is saved.", values: {} };
  },
  "admin",
);

/** Removes a member from the team; whoever removes themselves is then at the sign-in. */
export const removeMemberAction = memberAction(
  z.object(seen),
  async (wanted, { member }) => {
    await removeMember(db, { actor: member, now: new Date(), ...wanted });
    if (wanted.memberId === member.id) redirect("/sign-in");
    return showPage("/settings/members");
  },
  "admin",
);
