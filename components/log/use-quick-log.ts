"use client";

import { type FormEvent, useRef, useState } from "react";
import { asksAgain } from "@/components/misread-field";
import { connectionFailed } from "@/components/told-in-place";
import type { FormState } from "@/lib/actions/form-state";
import { newDeviceId } from "@/lib/device/new-device-id";
import type { OutboxEntry } from "@/lib/device/outbox-entry";
import { type Submitted, submitEntry } from "@/lib/device/submit-entry";
import type { LogMore } from "@/lib/log/log-answer";
import { formValues, type LogValues } from "@/lib/log/log-values";
import { noteProblem } from "@/lib/log/note-problem";
import { pageAddress } from "@/lib/page-address";
import { momentInputs } from "./moment-inputs";

/** What came of it when nothing more is to be said: it is logged, or it waits on this device. */
export type QuickLogged = { is: "logged"; id: number } | { is: "waiting"; customer: string };

type QuickLogging = {
  memberId: number;
  /** The form's address without its path: here one comes back to after signing in. */
  address: string;
  /** The entry of the outbox that the form holds; null: a new one. */
  entry: Pick<OutboxEntry, "deviceId" | "recordedAt" | "heardAt"> | null;
  /** Keeps what is typed as the form's draft. */
  keepDraft: () => void;
  /** Drops the form's draft: it is kept elsewhere. */
  dropDraft: () => void;
  onLogged: (logged: QuickLogged) => void;
};

const refused =
  "Pipelog did not take this. Your role may have changed: load the page again. What you typed is still here.";

/**
 * Sends the form that logs by way of this device's outbox: once it is pressed nothing can lose it, and however often
 * it is sent it is one conversation.
 *
 * @returns `sent`: what the form is to show of the answer; undefined: nothing.
 */
export function useQuickLog({ memberId, address, entry, keepDraft, dropDraft, onLogged }: QuickLogging) {
  const [sent, setSent] = useState<FormState<LogMore>>();
  const [isPending, setIsPending] = useState(false);
  const isSending = useRef(false);
  const heldId = useRef<string>(undefined);

  function heed(submitted: Submitted, values: LogValues) {
    const shown = { errors: {}, values };
    if (submitted.is === "logged" || submitted.is === "waiting" || submitted.is === "quarantined") {
      dropDraft();
      if (submitted.is !== "quarantined")
        onLogged(submitted.is === "logged" ? submitted : { is: "waiting", customer: values.customer });
    } else if (submitted.is === "asks") setSent(submitted);
    else if (submitted.is === "signed out") {
      // Signing out in another tab dropped it.
      keepDraft();
      location.assign(pageAddress("/sign-in", { next: `/log?${address}`, as: String(memberId) }));
    } else setSent({ ...shown, message: submitted.is === "refused" ? refused : connectionFailed });
  }

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending.current || asksAgain(event.currentTarget, momentInputs)) return;
    const values = formValues(event.currentTarget);
    const wrongNote = noteProblem(values.note);
    if (wrongNote) {
      setSent({ errors: { note: wrongNote }, values });
      return;
    }
    isSending.current = true;
    setIsPending(true);
    const deviceId = values.deviceId || newDeviceId();
    const times = entry
      ? { recordedAt: entry.recordedAt, heardAt: entry.heardAt }
      : { recordedAt: new Date().toISOString() };
    const made = { deviceId, memberId, ...times, values: { ...values, deviceId } };
    try {
      const submitted = await submitEntry(made, {
        heldId: entry ? (heldId.current ?? entry.deviceId) : undefined,
      });
      heldId.current = deviceId;
      heed(submitted, made.values);
    } finally {
      isSending.current = false;
      setIsPending(false);
    }
  }

  return { sent, setSent, isPending, onSubmit };
}
