"use client";

import { Button } from "@/components/button";
import { FormAnswer } from "@/components/form-answer";
import { useActionForm } from "@/components/use-action-form";
import { continueWithIssuerAction } from "@/lib/actions/continue-with-issuer";
import { OnwardLink } from "./onward-link";

type IssuerFormProps = {
  /** What the issuer is called. */
  name: string;
  /** Sent along: the path to be at afterwards, or the invitation's token. */
  fields: { next: string } | { token: string };
};

/** Goes on at the OpenID Connect issuer: the form answers with the issuer's address. */
export function IssuerForm({ name, fields }: IssuerFormProps) {
  const { state, isPending, form } = useActionForm(continueWithIssuerAction);
  const { more } = state;

  return (
    <form {...form} className="mt-4 flex flex-col gap-4 border-border border-t pt-4">
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {more ? (
        <OnwardLink name={name} address={more.address} />
      ) : (
        <Button isPending={isPending} className="min-h-11 w-full">
          Continue with {name}
        </Button>
      )}
      <FormAnswer state={state} />
    </form>
  );
}
