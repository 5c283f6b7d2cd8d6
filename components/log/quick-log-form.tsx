"use client";

import { useActionState, useRef, useState } from "react";
import { Button } from "@/components/button";
import type { FormAction } from "@/components/told-in-place";
import { useFollowedPress } from "@/components/use-followed-press";
import type { FormState } from "@/lib/actions/form-state";
import { followUpAsPressed } from "@/lib/log/follow-up-choices";
import type { LogMore } from "@/lib/log/log-answer";
import { emptyLogValues, type LogErrors, type LogValues } from "@/lib/log/log-values";
import { LogFields, type LogFieldsGiven } from "./log-fields";

import { LogFormFrame } from "./log-form-frame";
import { UnfinishedDrafts } from "./unfinished-drafts";
import { useDraft } from "./use-draft";
import { type QuickLogged, useQuickLog } from "./use-quick-log";

export type QuickLogFormProps = LogFieldsGiven & {
  /** Logs it where there is no JavaScript; null where the page only lives by it. */
  action: FormAction<LogMore> | null;
  values: LogValues;
  memberId: number;
  /** The form's address without its path: under it its draft is kept. */
  address: string;
  /** What follows is on its way. */
  isLeaving: boolean;
  onLogged: (logged: QuickLogged) => void;
};

const unchanged = async (state: FormState<LogMore>) => state;

/**
 * The form that logs a conversation. With JavaScript it goes by way of this device's outbox and keeps a draft;
 * without, it is a plain form.
 */
export function QuickLogForm(props: QuickLogFormProps) {
  const { action, values, memberId, address, isLeaving, onLogged, ...fields } = props;
  const [posted, formAction] = useActionState(action ?? unchanged, { errors: {}, values });
  const form = useRef<HTMLFormElement>(null);
  const [round, setRound] = useState(0);
  const fresh: LogValues = { ...emptyLogValues, ...posted.values };
  const { restored, others, keep, drop, startAfresh, discard } = useDraft({ memberId, address, fresh }, form);
  const entry = restored?.entry ?? null;
  const { sent, setSent, isPending, onSubmit } = useQuickLog({
    memberId,
    address,
    entry,
    keepDraft: keep,
    dropDraft: drop,
    onLogged,
  });
  const state = sent ?? (entry?.asked as FormState<LogMore> | undefined) ?? posted;
  const shown = followUpAsPressed<LogValues>(
    { ...fresh, ...restored?.values, ...sent?.values },
    fields.followUpDates,
  );
  // “Start afresh” goes with what was written, and on touch no field takes the focus: the keyboard would open unasked.
  const follow = useFollowedPress();
  const isBusy = isPending || isLeaving;
  const keepSoon = () => setTimeout(keep);

  return (
    <div className="flex flex-col gap-4">
      {restored?.isDraft ? (
        <p className="flex flex-wrap items-center gap-x-3 text-muted">
          This is what you had not logged yet.
          <Button
            type="button"
            variant="quiet"
            className="-ml-3"
            onClick={({ currentTarget }) => {
              follow(currentTarget);
              startAfresh();
              setSent(undefined);
              setRound(round + 1);
            }}
          >
            Start afresh
          </Button>
        </p>
      ) : null}
      <LogFormFrame
        form={form}
        state={state}
        isPending={isBusy}
        formAction={action ? formAction : undefined}
        onSubmit={onSubmit}
        onInput={keepSoon}
        button={isBusy ? "Logging…" : "Log"}
      >
        <input type="hidden" name="deviceId" value={shown.deviceId} />
        <LogFields
          key={restored?.isOther ? "restored" : `opened ${round}`}
          {...fields}
          values={shown}
          errors={state.errors as LogErrors}
          corrected={null}
          more={state.more}
          onChoose={keepSoon}
        />
      </LogFormFrame>
      <UnfinishedDrafts drafts={others} onDiscard={discard} />
    </div>
  );
}
