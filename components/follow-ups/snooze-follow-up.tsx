"use client";

import { AlarmClock } from "lucide-react";
import { useEffect, useRef } from "react";
import { answerKey } from "@/components/answer-key";
import { Button } from "@/components/button";
import { besideField } from "@/components/button-class";
import { Field } from "@/components/field";
import { OpenedBy } from "@/components/opened-by";
import { Refusal } from "@/components/refusal";
import { useActionForm } from "@/components/use-action-form";
import { type MovedReminder, snoozeFollowUpAction } from "@/lib/actions/snoozes";
import { useChangedFollowUp } from "./use-changed-follow-up";

type SnoozeFollowUpProps = {
  conversationId: number;
  /** What is snoozed, for those who do not see where it stands: "Amandla Transport, due 24 Nov 2026". */
  label: string;
  /** The reminder as it stands: its day, and the snooze that moved it there, if one did. */
  reminder: MovedReminder;
  /** The days offered, in words. */
  days: readonly { on: string; text: string }[];
  lastDay: string;
  /** The page around it shows the reminder too, so it is fetched again; a list leaves the row where it is. */
  refreshes: boolean;
};

/** Moves a follow-up's reminder to a later day, with the reason, and takes that back. It stays where it was pressed. */
export function SnoozeFollowUp(props: SnoozeFollowUpProps) {
  const { conversationId, label, reminder, days, lastDay, refreshes } = props;
  const { state, isPending, form } = useActionForm(snoozeFollowUpAction);
  const moved = useChangedFollowUp(state.more, refreshes);
  const { errors, values, message } = state;
  const isRefused = message !== undefined || Object.keys(errors).length > 0;
  const panel = useRef<HTMLDetailsElement>(null);
  const { snoozeId, remindOn, said } = moved ?? reminder;

  useEffect(() => {
    if (!panel.current || !(state.message || Object.keys(state.errors).length > 0)) return;
    panel.current.open = true;
    panel.current.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);

  const seen = (
    <>
      <input type="hidden" name="conversationId" value={conversationId} />
      <input type="hidden" name="seenOn" value={remindOn} />
    </>
  );
  const refusal = message ? (
    <Refusal key={answerKey(state)} className="w-full">
      {message}
    </Refusal>
  ) : null;
  return (
    <div className="contents">
      <details
        key={`${snoozeId} ${remindOn}`}
        ref={panel}
        data-popover
        name="snooze"
        open={isRefused || undefined}
        className="group print:hidden"
      >
        <summary className="touch-target inline-flex min-h-8 items-center gap-1.5 rounded-control font-medium text-muted hover:text-text group-open:text-text">
          <AlarmClock aria-hidden="true" className="size-4 shrink-0" strokeWidth={1.75} />
          <span>
            Snooze<span className="sr-only">: {label}</span>
          </span>
        </summary>
        <form
          {...form}
          className="clear-of-bar absolute inset-x-2 top-full z-20 flex flex-col gap-3 rounded-box border border-border bg-surface p-3 shadow-raised sm:right-4 sm:left-auto sm:w-96"
        >
          <OpenedBy />
          {seen}
          {refusal}
          <Field
            label="Why later"
            name="reason"
            hint="It stays beside the promise, whose day does not change."
            defaultValue={values.reason}
            error={errors.reason}
            autoComplete="off"
          />
          <div className="flex flex-wrap gap-2">
            {days.map(({ on, text }) => (
              <Button
                key={on}
                name="until"
                value={on}
                formNoValidate
                aria-busy={isPending}
                className="flex-1 whitespace-nowrap"
              >
                {text}
              </Button>
            ))}
          </div>
          <div className="flex items-start gap-2">
            <Field
              label="Another day"
              name="day"
              type="date"
              min={days[0]?.on}
              max={lastDay}
              defaultValue={values.day}
              error={errors.day}
              className="flex-1"
            />
            <Button aria-busy={isPending} className={besideField}>
              Snooze
            </Button>
          </div>
        </form>
      </details>
      {said ? (
        <form
          action={form.action}
          onSubmit={form.onSubmit}
          className="flex w-full flex-wrap items-center gap-x-3 text-label"
        >
          <OpenedBy />
          {seen}
          <p role="status" className="min-w-0">
            {said}
          </p>
          {snoozeId === null ? null : (
            <Button
              variant="quiet"
              name="snoozeId"
              value={snoozeId}
              aria-busy={isPending}
              className="-ml-3 min-h-7"
            >
              Undo<span className="sr-only"> the snooze: {label}</span>
            </Button>
          )}
        </form>
      ) : null}
    </div>
  );
}
