"use client";

import { Button } from "@/components/button";
import { ButtonForm } from "@/components/button-form";
import { Field } from "@/components/field";
import { FormAnswer } from "@/components/form-answer";
import { OpenedBy } from "@/components/opened-by";
import { OnwardLink } from "@/components/sign-in/onward-link";
import { useActionForm } from "@/components/use-action-form";
import { linkAccountAction, unlinkAccountAction } from "@/lib/actions/link-account";

type AccountFormProps = {
  /** What the issuer is called. */
  name: string;
  isLinked: boolean;
  hasPassword: boolean;
};

/** Links one's account at the OpenID Connect issuer, to sign in by it too, and unlinks it. */
export function AccountForm({ name, isLinked, hasPassword }: AccountFormProps) {
  const { state, isPending, form } = useActionForm(linkAccountAction);
  const { errors, more } = state;
  if (isLinked && !hasPassword) return <p>You sign in with {name}.</p>;
  if (isLinked)
    return (
      <>
        <p>You can sign in with {name} as well as with your password.</p>
        <ButtonForm action={unlinkAccountAction} fields={{}}>
          Unlink {name}
        </ButtonForm>
      </>
    );
  return (
    <form {...form} className="flex flex-col items-start gap-3">
      <OpenedBy />
      <p className="text-muted">Link your account there, and you can sign in with it too.</p>
      {more ? (
        <OnwardLink name={name} address={more.address} />
      ) : (
        <>
          {hasPassword ? (
            <Field
              label="Your password here"
              name="accountPassword"
              type="password"
              autoComplete="current-password"
              required
              error={errors.accountPassword}
              className="w-full"
            />
          ) : null}
          <Button isPending={isPending}>Link {name}</Button>
        </>
      )}
      <FormAnswer state={state} />
    </form>
  );
}
