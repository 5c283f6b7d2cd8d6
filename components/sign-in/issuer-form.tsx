"use client";

import { useActionState } from "react";
import { Button } from "@/components/button";
import { FormAnswer } from "@/components/form-answer";
import { continueWithIssuerAction, type Onward } from "@/lib/actions/continue-with-issuer";
import type { FormState } from "@/lib/actions/form-state";
import { OnwardLink } from "./onward-link";

type IssuerFormProps = {
  /** What the issuer is called. */
  name: string;
  /** Sent along: the path to be at afterwards, or the invitation's token. */
  fields: { next: string } | { token: string };
};

const untouched: FormState<Onward> = { errors: {}, values: {} };

/** Goes on at the OpenID Connect issuer: the form answers with the issuer's address. */
export function IssuerForm({ name, fields }: IssuerFormProps) {
  const [state, formAction, isPending] = useActionState(continueWithIssuerAction, untouched);
  const { more } = state;

  return (
    <form action={formAction} className="mt-4 flex flex-col gap-4 border-border border-t pt-4">
      <FormAnswer state={state} />
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
    </form>
  );
}
