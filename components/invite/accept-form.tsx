"use client";

import { ActionForm } from "@/components/action-form";
import { Field } from "@/components/field";
import { acceptInvitationAction } from "@/lib/actions/accept-invitation";
import { shortestPassword } from "@/lib/auth/password-length";

type AcceptFormProps = {
  token: string;
  /** What a new person is called so far; null for somebody of imported history, who keeps their name. */
  name: string | null;
  /** Where the invitation was mailed to, if it was. */
  email: string | null;
};

/** Accepts an invitation with an e-mail and a password of one's own. */
export function AcceptForm({ token, name, email }: AcceptFormProps) {
  return (
    <ActionForm action={acceptInvitationAction} submit="Join the team" submitting="Joining…">
      {({ errors, values }) => (
        <>
          <input type="hidden" name="token" value={token} />
          {name === null ? null : (
            <Field
              label="Your name"
              name="name"
              autoComplete="name"
              autoCapitalize="words"
              required
              defaultValue={values.name ?? name}
              error={errors.name}
            />
          )}
          <Field
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            defaultValue={values.email ?? email ?? ""}
            error={errors.email}
          />
          <Field
            label="Password"
            name="password"
            type="password"
            autoComplete="new-password"
            hint={`At least ${shortestPassword} characters.`}
            required
            error={errors.password}
          />
        </>
      )}
    </ActionForm>
  );
}
