"use client";

import { ActionForm } from "@/components/action-form";
import { Field } from "@/components/field";
import { setPasswordByLinkAction } from "@/lib/actions/reset-links";
import { shortestPassword } from "@/lib/auth/password-length";

/** Sets a new password by a link. */
export function NewPasswordForm({ token, email }: { token: string; email: string }) {
  return (
    <ActionForm action={setPasswordByLinkAction} submit="Set this password" submitting="Setting…">
      {({ errors }) => (
        <>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <Field
            label="New password"
            name="password"
            type="password"
            autoComplete="new-password"
            hint={`At least ${shortestPassword} characters. You are signed out everywhere.`}
            required
            error={errors.password}
          />
        </>
      )}
    </ActionForm>
  );
}
