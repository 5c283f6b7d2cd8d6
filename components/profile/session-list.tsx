"use client";

import { useId } from "react";
import { Button } from "@/components/button";
import { FormAnswer } from "@/components/form-answer";
import { OpenedBy } from "@/components/opened-by";
import { LeaveForm } from "@/components/shell/leave-form";
import { useActionForm } from "@/components/use-action-form";
import { endSessionsAction } from "@/lib/actions/sessions";

/** A browser one is signed in with, its texts finished. */
type SessionItem = { key: string; browser: string; facts: string; isThis: boolean };

type SessionListProps = { memberId: number; sessions: readonly SessionItem[] };

/**
 * The browsers one is signed in with, to sign out one, the others or all. Where it is this one too, its device forgets
 * what it keeps, as by the menu.
 */
export function SessionList({ memberId, sessions }: SessionListProps) {
  const { state, isPending, form } = useActionForm(endSessionsAction);
  const [here, everywhere] = [useId(), useId()];
  return (
    <>
      <form {...form} aria-label="Where you are signed in" className="flex flex-col gap-3">
        <OpenedBy />
        <FormAnswer state={state} />
        <ul className="flex flex-col rounded-box border border-border">
          {sessions.map(({ key, browser, facts, isThis }) => (
            <li
              key={key}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 border-border border-b px-3 py-2 last:border-b-0"
            >
              <div className="min-w-0 flex-1 basis-48">
                <p className="font-medium">
                  {browser}
                  {isThis ? <span className="font-normal text-muted"> (this one)</span> : null}
                </p>
                <p className="figures text-label text-muted">{facts}</p>
              </div>
              <Button
                variant="quiet"
                {...(isThis ? { form: here } : { name: "session", value: key, "aria-busy": isPending })}
                className="max-sm:-ml-3"
              >
                Sign out<span className="sr-only"> {browser}</span>
              </Button>
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-2">
          {sessions.length > 1 ? (
            <Button name="session" value="others" aria-busy={isPending}>
              Sign out all others
            </Button>
          ) : null}
          <Button form={everywhere}>Sign out everywhere</Button>
        </div>
      </form>
      <LeaveForm id={here} memberId={memberId} />
      <LeaveForm id={everywhere} memberId={memberId} isEverywhere />
    </>
  );
}
