"use client";

import { Circle, CircleCheck } from "lucide-react";
import { type ReactNode, useId } from "react";
import { answerKey } from "@/components/answer-key";
import { useChangedFollowUp } from "@/components/follow-ups/use-changed-follow-up";
import { OpenedBy } from "@/components/opened-by";
import { Refusal } from "@/components/refusal";
import { useActionForm } from "@/components/use-action-form";
import { tickFollowUp } from "@/lib/actions/follow-ups";

type TickFollowUpProps = {
  conversationId: number;
  /** The version of the conversation that is shown. */
  version: number;
  /** What is ticked, for those who do not see where it stands: "Amandla Transport, due 24 Nov 2026". */
  label: string;
  isDone?: boolean;
  /** The page around it shows the version too, so it is fetched again; a list leaves the row where it is. */
  refreshes: boolean;
  /** Of the line in which it stands. */
  className?: string;
  /** What else one does about the follow-up, in the same line. */
  children?: ReactNode;
};

/**
 * Ticks a follow-up done; pressed again it takes that back. It stays where it was pressed, so nothing moves
 * under the thumb: a list leaves the row out when it is opened the next time. Why a press was refused stands
 * beside its line, for what is around both to give it a line of its own.
 */
export function TickFollowUp(props: TickFollowUpProps) {
  const { conversationId, version, label, isDone = false, refreshes, className = "", children } = props;
  const { state, isPending, form } = useActionForm(tickFollowUp);
  const ticked = useChangedFollowUp(state.more, refreshes);
  const shown = ticked && ticked.version > version ? ticked : { version, isDone };
  const formId = useId();
  const Icon = shown.isDone ? CircleCheck : Circle;

  return (
    <>
      <div className={`flex flex-wrap items-center ${className}`}>
        <button
          type="submit"
          form={formId}
          aria-pressed={shown.isDone}
          aria-busy={isPending}
          className={`touch-target -ml-1.5 inline-flex min-h-8 items-center gap-1.5 rounded-control px-1.5 font-medium transition-opacity hover:bg-surface-hover ${shown.isDone ? "text-won" : "text-muted hover:text-text"} ${isPending ? "opacity-60" : ""}`}
        >
          <Icon aria-hidden="true" className="size-5 shrink-0" strokeWidth={1.75} />
          <span>
            Done<span className="sr-only">: {label}</span>
          </span>
        </button>
        {children}
      </div>
      <form {...form} id={formId} className="contents">
        <OpenedBy />
        <input type="hidden" name="conversationId" value={conversationId} />
        <input type="hidden" name="version" value={shown.version} />
        <input type="hidden" name="isDone" value={shown.isDone ? "no" : "yes"} />
        {state.message ? (
          <Refusal key={answerKey(state)} className="order-last col-span-full basis-full">
            {state.message}
          </Refusal>
        ) : null}
      </form>
    </>
  );
}
