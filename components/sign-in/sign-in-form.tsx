"use client";

import { ActionForm } from "@/components/action-form";
import { Field } from "@/components/field";
import { signInAction } from "@/lib/actions/sign-in";

/** E-mail and password; afterwards one is where one wanted to be (`next`, a path of this app). */
export function SignInForm({ next }: { next: string }) {
  return (
    <ActionForm action={signInAction} submit="Sign in" submitting="Signing in…">
      {({ errors, values }) => (
        <>
          <input type="hidden" name="next" value={next} />
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
          <Field
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            error={errors.password}
          />
        </>
      )}
    </ActionForm>
  );
}
