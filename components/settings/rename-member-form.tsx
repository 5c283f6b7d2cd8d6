"use client";

import { ActionForm } from "@/components/action-form";
import { Field } from "@/components/field";
import { renameMemberAction } from "@/lib/actions/members";

type RenameMemberFormProps = { member: { id: number; version: number; name: string; hasLogin: boolean } };

/** Corrects a member's name. */
export function RenameMemberForm({ member }: RenameMemberFormProps) {
  return (
    <ActionForm action={renameMemberAction} submit="Save the name" submitting="Saving…">
      {({ errors, values }) => (
        <>
          <input type="hidden" name="memberId" value={member.id} />
          <input type="hidden" name="version" value={member.version} />
          <Field
            label="Name"
            name="name"
            hint={
              member.hasLogin
                ? "It stands on all they hold and own. They can change it themselves too."
                : "It stands on all they hold and own. An import that still spells it otherwise makes somebody new."
            }
            autoComplete="off"
            autoCapitalize="words"
            defaultValue={values.name ?? member.name}
            error={errors.name}
          />
        </>
      )}
    </ActionForm>
  );
}
