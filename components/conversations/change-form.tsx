"use client";

import type { ReactNode } from "react";
import { answerKey } from "@/components/answer-key";
import { Button } from "@/components/button";
import type { ButtonVariant } from "@/components/button-class";
import { OpenedBy } from "@/components/opened-by";
import { Refusal } from "@/components/refusal";
import type { FormAction } from "@/components/told-in-place";
import { useActionForm } from "@/components/use-action-form";

type ChangeFormProps = {
  action: FormAction;
  id: number;
  /** The version that is shown: somebody else's later change is not taken back unseen. */
  version: number;
  /** Where the answer is shown. */
  back: "log" | "conversation";
  variant?: ButtonVariant;
  children: ReactNode;
};

/** One button that changes one conversation: deletes it, takes its last change back. */
export function ChangeForm({ action, id, version, back, variant, children }: ChangeFormProps) {
  const { state, isPending, form } = useActionForm(action);
  return (
    <form {...form} className="flex flex-col gap-1">
      <OpenedBy />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="back" value={back} />
      <Button variant={variant} isPending={isPending}>
        {children}
      </Button>
      {state.message ? <Refusal key={answerKey(state)}>{state.message}</Refusal> : null}
    </form>
  );
}
