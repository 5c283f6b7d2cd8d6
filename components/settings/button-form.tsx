"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/button";
import type { ButtonVariant } from "@/components/button-class";
import { FormAnswer } from "@/components/form-answer";
import { useActionForm } from "@/components/use-action-form";
import type { FormState } from "@/lib/actions/form-state";

type ButtonFormProps = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  /** What is sent along, unseen. */
  fields: Record<string, string | number>;
  variant?: ButtonVariant;
  children: ReactNode;
};

/** A form that is one button; what its action refuses is said under it. */
export function ButtonForm({ action, fields, variant, children }: ButtonFormProps) {
  const { state, isPending, form } = useActionForm(action);
  return (
    <form {...form} className="flex max-w-full flex-col items-start gap-3">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button variant={variant} isPending={isPending}>
        {children}
      </Button>
      <FormAnswer state={state} />
    </form>
  );
}
