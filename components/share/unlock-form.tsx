"use client";

import { ActionForm } from "@/components/action-form";
import { Field } from "@/components/field";
import { unlockShareAction } from "@/lib/actions/unlock-share";

/** Asks for the passphrase of a shared link. */
export function UnlockForm({ token }: { token: string }) {
  return (
    <ActionForm action={unlockShareAction} submit="Open" submitting="Opening…">
      {({ errors }) => (
        <>
          <input type="hidden" name="token" value={token} />
          <Field
            label="Passphrase"
            name="passphrase"
            type="password"
            autoComplete="off"
            error={errors.passphrase}
          />
        </>
      )}
    </ActionForm>
  );
}
