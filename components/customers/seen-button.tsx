"use client";

import type { ReactNode } from "react";
import { answerKey } from "@/components/answer-key";
import { Button } from "@/components/button";
import type { ButtonVariant } from "@/components/button-class";
import { OpenedBy } from "@/components/opened-by";
import { Refusal } from "@/components/refusal";
import type { FormAction } from "@/components/told-in-place";
import { useActionForm } from "@/components/use-action-form";

type SeenButtonProps = {
  action: FormAction;
  id: number;
  /** The version of the record that is shown. */
  version: number;
  variant?: ButtonVariant;
  className?: string;
  children: ReactNode;
};

/** A button that does one thing to a record as it is shown; says so when somebody was there before. */
export function SeenButton({ action, id, version, variant, className, children }: SeenButtonProps) {
  const { state, isPending, form } = useActionForm(action);
  return (
    <form {...form} className="contents">
      <OpenedBy />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <Button variant={variant} className={className} isPending={isPending}>
        {children}
      </Button>
      {state.message ? (
        <Refusal key={answerKey(state)} className="order-last basis-full">
          {state.message}
        </Refusal>
      ) : null}
    </form>
  );
}
