"use client";

import { ActionForm } from "@/components/action-form";
import { Field } from "@/components/field";
import { askForResetLinkAction } from "@/lib/actions/reset-links";

/** Asks for a link to set a new password, by mail. */
export function ForgottenForm() {
  return (
    <ActionForm action={askForResetLinkAction} submit="Mail me a link" submitting="Asking…">
      {({ errors, values }) => (
        <Field
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          defaultValue={values.email}
          error={errors.email}
        />
      )}
    </ActionForm>
  );
}
