"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { type FormState, untouchedForm } from "@/lib/actions/form-state";
import type { Previewed } from "@/lib/actions/previewed";
import { Button } from "./button";
import type { ButtonVariant } from "./button-class";
import { ClosedSection } from "./closed-section";
import { FormAnswer } from "./form-answer";
import { OpenedBy } from "./opened-by";
import { opensHere } from "./opens-here";
import { PreviewChanges } from "./preview-changes";
import type { FormAction } from "./told-in-place";
import { useActionForm } from "./use-action-form";

type PreviewFormProps = {
  action: FormAction<Previewed>;
  /** Sent along, unseen. */
  hidden: Readonly<Record<string, string | number>>;
  /** It is opened on request, under this title, and stands open where it has answered. */
  title?: string;
  /** What the button says once the preview stands there: "Merge". */
  confirm: string;
  confirmVariant?: ButtonVariant;
  /** The fields, given what was typed and what is wrong with it. */
  children?: (state: FormState<Previewed>) => ReactNode;
};

/**
 * A form that first shows what it would change and then, pressed again, does it; with or without JavaScript.
 * When a field or the world changed in between, it shows anew what would happen.
 */
export function PreviewForm(props: PreviewFormProps) {
  const { action, hidden, title, confirm, confirmVariant, children } = props;
  const { state, isPending, form } = useActionForm(action);
  const shown = useRef<HTMLDivElement>(null);
  const preview = state.more?.preview;

  useEffect(() => {
    if (state.more && !state.keepsFields) shown.current?.focus();
  }, [state]);

  const whole = (
    <form {...form} className="flex flex-col gap-4">
      <OpenedBy />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="previewed" value={preview?.key ?? ""} />
      {children?.(state)}
      <FormAnswer state={state} />
      {preview ? (
        <div ref={shown} {...opensHere} className="border-border border-t pt-4 focus:outline-none">
          <PreviewChanges preview={preview} />
        </div>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {preview ? (
          <Button variant={confirmVariant ?? "primary"} isPending={isPending}>
            {confirm}
          </Button>
        ) : (
          <Button isPending={isPending}>See what would change</Button>
        )}
      </div>
    </form>
  );
  if (!title) return whole;
  return (
    <ClosedSection title={title} isOpen={state !== untouchedForm}>
      {whole}
    </ClosedSection>
  );
}
