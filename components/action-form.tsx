"use client";

import { type ReactNode, useActionState } from "react";
import { type FormState, untouchedForm } from "@/lib/actions/form-state";
import { Button } from "./button";
import { FormAnswer } from "./form-answer";
import { useWrongField } from "./use-wrong-field";

type ActionFormProps = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  /** What the button says. */
  submit: string;
  /** What the button says while the action runs. */
  submitting: string;
  className?: string;
  /** The fields, given what was typed and what is wrong with it. */
  children: (state: FormState) => ReactNode;
};

/**
 * A form of one action, with or without JavaScript: shows what the action answers, keeps what was typed and
 * puts the caret into the first field that is wrong.
 */
export function ActionForm({ action, submit, submitting, className = "", children }: ActionFormProps) {
  const [state, formAction, isPending] = useActionState(action, untouchedForm);
  const form = useWrongField(state);
  return (
    <form ref={form} action={formAction} noValidate className={`flex flex-col gap-4 ${className}`}>
      <FormAnswer state={state} />
      {children(state)}
      <Button variant="primary" isPending={isPending} className="min-h-11 w-full">
        {isPending ? submitting : submit}
      </Button>
    </form>
  );
}
