"use client";

import { ActionForm } from "@/components/action-form";
import { changeRoleAction } from "@/lib/actions/members";
import type { Role } from "@/lib/pipeline/role";
import { RoleField } from "./role-field";

type RoleFormProps = {
  member: { id: number; version: number; role: Role };
  /** What of theirs ends with each other role, where something does. */
  ending: Partial<Record<Role, string>>;
};

/** Changes what a member may do. */
export function RoleForm({ member, ending }: RoleFormProps) {
  return (
    <ActionForm action={changeRoleAction} submit="Change role" submitting="Changing…">
      {({ errors }) => (
        <>
          <input type="hidden" name="memberId" value={member.id} />
          <input type="hidden" name="version" value={member.version} />
          <RoleField chosen={member.role} error={errors.role} ending={ending} />
        </>
      )}
    </ActionForm>
  );
}
