"use client";

import { Button } from "@/components/button";
import { Field } from "@/components/field";
import { FormAnswer } from "@/components/form-answer";
import { Notice } from "@/components/notice";
import { OnceShown } from "@/components/once-shown";
import { OpenedBy } from "@/components/opened-by";
import { useMakingForm } from "@/components/use-making-form";
import { makeTokenAction } from "@/lib/actions/tokens";

/** Makes a token of the API; it is shown once, here. */
export function TokenForm() {
  const { state, made, isPending, form } = useMakingForm(makeTokenAction);
  return (
    <form {...form} className="flex flex-col gap-4">
      <OpenedBy />
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
      <FormAnswer state={state} />
      {made ? (
        <Notice isAnswer kind="done">
          <p className="font-medium">“{made.name}” is made. Copy it now: it is shown this once.</p>
          <OnceShown key={made.token} label="Token" secret={made.token} />
        </Notice>
      ) : null}
    </form>
  );
}
