"use client";

import { ActionForm } from "@/components/action-form";
import { Field } from "@/components/field";
import { changePasswordAction } from "@/lib/actions/profile";
import { shortestPassword } from "@/lib/auth/password-length";

/** Changes one's own password, which takes the current one. */
export function PasswordForm({ email }: { email: string }) {
  return (
    <ActionForm action={changePasswordAction} submit="Change password" submitting="Changing…">
      {({ errors }) => (
        <>
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <Field
            label="Current password"
            name="currentPassword"
            type="password"
            autoComplete="current-password"
            required
            error={errors.currentPassword}
          />
          <Field
            label="New password"
            name="newPassword"
            type="password"
            autoComplete="new-password"
            hint={`At least ${shortestPassword} characters. Every other browser of yours is signed out.`}
            required
            error={errors.newPassword}
          />
        </>
      )}
    </ActionForm>
  );
}
