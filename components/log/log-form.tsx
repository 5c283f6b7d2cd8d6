"use client";

import { useRef } from "react";
import type { FormAction } from "@/components/told-in-place";
import type { CorrectMore } from "@/lib/log/correct-from-form";
import { followUpAsPressed } from "@/lib/log/follow-up-choices";
import { emptyLogValues, type LogErrors, type LogValues } from "@/lib/log/log-values";
import { type Corrected, LogFields, type LogFieldsGiven } from "./log-fields";
import { LogFormFrame } from "./log-form-frame";
import { useAnsweredForm } from "./use-answered-form";

type LogFormProps = Omit<LogFieldsGiven, "likely"> & {
  action: FormAction<CorrectMore>;
  values: LogValues;
  corrected: Corrected | null;
  /** What is sent along, unseen. */
  sentAlong?: Record<string, number>;
  /** What the button says, and while the form is sent. */
  button?: [idle: string, busy: string];
};

const savesIt: [string, string] = ["Save", "Saving…"];

/** The form of a conversation that one action saves: three fields, the sale once there is a stage, and More. */
export function LogForm({ action, values, corrected, sentAlong, button = savesIt, ...fields }: LogFormProps) {
  const { state, isPending, formAction, onSubmit } = useAnsweredForm<CorrectMore>(action, values);
  const form = useRef<HTMLFormElement>(null);
  const shown = followUpAsPressed<LogValues>({ ...emptyLogValues, ...state.values }, fields.followUpDates);
  const version = state.values.version ?? String(corrected?.version ?? "");
  const unseen = { ...sentAlong, ...(corrected ? { id: corrected.id, version } : {}) };
  return (
    <LogFormFrame
      form={form}
      state={state}
      isPending={isPending}
      formAction={formAction}
      onSubmit={onSubmit}
      button={button[isPending ? 1 : 0]}
    >
      {Object.entries(unseen).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <LogFields
        key={version}
        {...fields}
        likely={[]}
        values={shown}
        errors={state.errors as LogErrors}
        corrected={corrected}
        more={state.more}
      />
    </LogFormFrame>
  );
}
