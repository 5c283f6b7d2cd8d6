"use client";

import { type FormEvent, type ReactNode, type RefObject, useEffect } from "react";
import { Button } from "@/components/button";
import { FormAnswer } from "@/components/form-answer";
import { Notice } from "@/components/notice";
import { TextLink } from "@/components/text-link";
import type { FormState } from "@/lib/actions/form-state";
import type { CorrectMore } from "@/lib/log/correct-from-form";
import { MeanwhileNotice } from "./meanwhile-notice";

type LogFormFrameProps = {
  form: RefObject<HTMLFormElement | null>;
  state: FormState<CorrectMore>;
  isPending: boolean;
  formAction?: (form: FormData) => void;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** Something was typed or chosen. */
  onInput?: (event: FormEvent<HTMLFormElement>) => void;
  /** What the button says, also while the form is sent. */
  button: string;
  children: ReactNode;
};

/** A form of a conversation: what is said about it as a whole, its fields, its button within the thumb's reach. */
export function LogFormFrame(props: LogFormFrameProps) {
  const { form, state, isPending, formAction, onSubmit, onInput, button, children } = props;
  const wrong = Object.keys(state.errors);
  const isWrong = !state.message && wrong.length > 0;
  const isOnlyCustomer = wrong.every((field) => field === "customer");

  useEffect(() => {
    const isFine = Object.keys(state.errors).length === 0 && !state.message && !state.more?.meanwhile;
    if (isFine) return;
    for (const details of form.current?.querySelectorAll("details") ?? [])
      if (details.querySelector("[aria-invalid=true]")) details.open = true;
    const find = (selector: string) => form.current?.querySelector<HTMLElement>(selector);
    const target = find("[aria-invalid=true]") ?? find("[role=alert]");
    target?.focus();
    target?.scrollIntoView({ block: "center" });
  }, [state, form]);

  return (
    <form
      ref={form}
      action={formAction}
      onSubmit={onSubmit}
      onInput={onInput}
      noValidate
      className="group/log flex flex-col gap-5"
    >
      <FormAnswer state={state} />
      {state.more?.loggedId === undefined ? null : (
        <p>
          To put right what was logged,{" "}
          <TextLink href={`/conversations/${state.more.loggedId}`}>open that conversation</TextLink>.
        </p>
      )}
      {isWrong ? (
        // The customer's mark goes as soon as another is written, and this with it.
        <div
          className={
            isOnlyCustomer ? "hidden group-has-[:is([aria-invalid=true],[data-marked])]/log:block" : undefined
          }
        >
          <Notice isAnswer kind="error">
            Not saved yet: look at what is marked below.
          </Notice>
        </div>
      ) : null}
      {state.more?.meanwhile ? <MeanwhileNotice meanwhile={state.more.meanwhile} /> : null}
      {children}
      <div className="sticky bottom-(--bar-room,0px) z-20 -mx-4 border-border border-t bg-background px-4 py-2 low:static sm:static sm:mx-0 sm:border-t-0 sm:p-0">
        <Button variant="primary" isPending={isPending} className="min-h-11 w-full sm:w-auto sm:px-8">
          {button}
        </Button>
      </div>
    </form>
  );
}
