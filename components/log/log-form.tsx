"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/button";
import { Notice } from "@/components/notice";
import type { FormState } from "@/lib/actions/form-state";
import type { CorrectMore } from "@/lib/log/correct-from-form";
import type { CustomerContext } from "@/lib/log/customer-context";
import type { CustomerChoice } from "@/lib/log/customer-said";
import type { LogChoices } from "@/lib/log/log-choices";
import { emptyLogValues, type LogErrors, type LogValues } from "@/lib/log/log-values";
import { LogFields } from "./log-fields";
import { MeanwhileNotice } from "./meanwhile-notice";
import { newDeviceId } from "./new-device-id";
import { useAnsweredForm } from "./use-answered-form";

type Action = (before: FormState<CorrectMore>, form: FormData) => Promise<FormState<CorrectMore>>;

export type LogFormProps = {
  action: Action;
  values: LogValues;
  /** Which conversation is corrected, in which version; none when one is logged. */
  corrected: { id: number; version: number; dealId: number | null } | null;
  /** The customer when it cannot be another one. */
  fixedCustomer: { id: number; name: string } | null;
  choices: LogChoices;
  likely: readonly CustomerChoice[];
  context: CustomerContext | null;
  currency: string;
  followUpDays: Readonly<Record<string, string>>;
  ownHolder: string;
};

/** The form that logs a conversation and corrects one: three fields, the sale once there is a stage, and More. */
export function LogForm({ action, values, corrected, ...fields }: LogFormProps) {
  const { state, isPending, formAction, onSubmit } = useAnsweredForm<CorrectMore>(action, values);
  const form = useRef<HTMLFormElement>(null);
  const shown: LogValues = { ...emptyLogValues, ...state.values };
  const [ownDeviceId, setOwnDeviceId] = useState("");
  const deviceId =
    state.values.deviceId === values.deviceId ? ownDeviceId || values.deviceId : shown.deviceId;
  const isWrong = !state.message && Object.keys(state.errors).length > 0;
  const version = state.values.version ?? String(corrected?.version ?? "");

  useEffect(() => {
    setOwnDeviceId(newDeviceId());
  }, []);

  useEffect(() => {
    const isFine = Object.keys(state.errors).length === 0 && !state.message && !state.more?.meanwhile;
    if (isFine) return;
    for (const details of form.current?.querySelectorAll("details") ?? [])
      if (details.querySelector("[aria-invalid=true]")) details.open = true;
    const find = (selector: string) => form.current?.querySelector<HTMLElement>(selector);
    const target = find("[aria-invalid=true]") ?? find("[role=alert]");
    target?.focus();
    target?.scrollIntoView({ block: "center" });
  }, [state]);

  return (
    <form
      ref={form}
      action={formAction}
      onSubmit={onSubmit}
      noValidate
      className="group/log flex flex-col gap-5"
    >
      {state.message ? <Notice kind="error">{state.message}</Notice> : null}
      {isWrong ? <Notice kind="error">Not saved yet: look at what is marked below.</Notice> : null}
      {state.more?.meanwhile ? <MeanwhileNotice meanwhile={state.more.meanwhile} /> : null}
      {corrected ? (
        <>
          <input type="hidden" name="id" value={corrected.id} />
          <input type="hidden" name="version" value={version} />
        </>
      ) : (
        <input type="hidden" name="deviceId" value={deviceId} />
      )}
      <LogFields
        key={version}
        {...fields}
        values={shown}
        errors={state.errors as LogErrors}
        corrected={corrected}
        more={state.more}
      />
      <div className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-20 -mx-4 border-border border-t bg-background px-4 py-2 sm:static sm:mx-0 sm:border-t-0 sm:p-0">
        <Button
          variant="primary"
          disabled={isPending}
          aria-busy={isPending}
          className="min-h-11 w-full sm:w-auto sm:px-8"
        >
          {corrected ? (isPending ? "Saving…" : "Save") : isPending ? "Logging…" : "Log"}
        </Button>
      </div>
    </form>
  );
}
