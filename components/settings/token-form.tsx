"use client";

import { useActionState } from "react";
import { Button } from "@/components/button";
import { Field } from "@/components/field";
import { FormAnswer } from "@/components/form-answer";
import { Notice } from "@/components/notice";
import type { FormState } from "@/lib/actions/form-state";
import { type MadeToken, makeTokenAction } from "@/lib/actions/tokens";
import { OnceShown } from "./once-shown";

const untouched: FormState<MadeToken> = { errors: {}, values: {} };

/** Makes a token of the API; it is shown once, here. */
export function TokenForm() {
  const [state, formAction, isPending] = useActionState(makeTokenAction, untouched);
  return (
    <form action={formAction} noValidate className="flex flex-col gap-4">
      <FormAnswer state={state} />
      {state.more ? (
        <Notice isAnswer kind="done">
          <p className="font-medium">“{state.more.name}” is made. Copy it now: it is shown this once.</p>
          <OnceShown key={state.more.token} label="Token" secret={state.more.token} />
        </Notice>
      ) : null}
      <Field
        label="Name of the new token"
        name="name"
        hint="What will use it, so that you know later which one to revoke."
        autoComplete="off"
        defaultValue={state.values.name}
        error={state.errors.name}
      />
      <div>
        <Button variant="primary" isPending={isPending}>
          {isPending ? "Making…" : "Make a token"}
        </Button>
      </div>
    </form>
  );
}
