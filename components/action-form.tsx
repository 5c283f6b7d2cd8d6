"use client";

import type { ReactNode } from "react";
import type { FormState } from "@/lib/actions/form-state";
import { Button } from "./button";
import { FormAnswer } from "./form-answer";
import { OpenedBy } from "./opened-by";
import type { FormAction } from "./told-in-place";
import { useActionForm } from "./use-action-form";

type ActionFormProps = {
  action: FormAction;
  /** What the button says. */
  submit: string;
  /** What the button says while the action runs. */
  submitting: string;
  /** The fields, given what was typed and what is wrong with it. */
  children: (state: FormState) => ReactNode;
};

/**
 * A form of one action, with or without JavaScript: keeps what was typed, and shows what the action answers at its
 * fields or under its button, which stays where it was pressed.
 */
export function ActionForm({ action, submit, submitting, children }: ActionFormProps) {
  const { state, isPending, form } = useActionForm(action);
  return (
    <form {...form} className="flex flex-col gap-4">
      <OpenedBy />
      {children(state)}
      <Button variant="primary" isPending={isPending} className="min-h-11 w-full">
        {isPending ? submitting : submit}
      </Button>
      <FormAnswer state={state} />
    </form>
  );
}
