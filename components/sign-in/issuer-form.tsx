"use client";

import { useActionState, useEffect } from "react";
import { Button } from "@/components/button";
import { buttonClass } from "@/components/button-class";
import { Notice } from "@/components/notice";
import { continueWithIssuerAction, type Onward } from "@/lib/actions/continue-with-issuer";
import type { FormState } from "@/lib/actions/form-state";

type IssuerFormProps = {
  /** What the issuer is called. */
  name: string;
  /** Sent along: the path to be at afterwards, or the invitation's token. */
  fields: { next: string } | { token: string };
};

const untouched: FormState<Onward> = { errors: {}, values: {} };

/**
 * Goes on at the OpenID Connect issuer. The form answers with the issuer's address, and the page goes there by
 * itself: a redirect of the form's own would need every address on the issuer's way in the page's policy.
 */
export function IssuerForm({ name, fields }: IssuerFormProps) {
  const [{ message, more }, formAction, isPending] = useActionState(continueWithIssuerAction, untouched);

  useEffect(() => {
    if (more) window.location.assign(more.address);
  }, [more]);

  return (
    <form action={formAction} className="mt-4 flex flex-col gap-4 border-border border-t pt-4">
      {message ? <Notice kind="error">{message}</Notice> : null}
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {more ? (
        <>
          <noscript>
            <meta httpEquiv="refresh" content={`0; url=${more.address}`} />
          </noscript>
          <a href={more.address} className={buttonClass("secondary", "min-h-11 w-full")}>
            On to {name}…
          </a>
        </>
      ) : (
        <Button disabled={isPending} aria-busy={isPending} className="min-h-11 w-full">
          Continue with {name}
        </Button>
      )}
    </form>
  );
}
