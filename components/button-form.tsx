"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import type { ButtonVariant } from "./button-class";
import { FormAnswer } from "./form-answer";
import { OpenedBy } from "./opened-by";
import { SecondStep } from "./second-step";
import type { FormAction } from "./told-in-place";
import { useActionForm } from "./use-action-form";

type ButtonFormProps = {
  action: FormAction;
  /** What is sent along, unseen. */
  fields: Record<string, string | number>;
  variant?: ButtonVariant;
  /** A first step that shows the button, for what cannot be taken back: "Discard it…". */
  first?: string;
  children: ReactNode;
};

/** A form that is one button; what its action refuses is said under it. */
export function ButtonForm({ action, fields, variant, first, children }: ButtonFormProps) {
  const { state, isPending, form } = useActionForm(action);
  const button = (
    <Button variant={variant} isPending={isPending}>
      {children}
    </Button>
  );
  return (
    <form {...form} className="flex max-w-full flex-col items-start gap-3">
      <OpenedBy />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {first ? <SecondStep first={first}>{button}</SecondStep> : button}
      <FormAnswer state={state} />
    </form>
  );
}
