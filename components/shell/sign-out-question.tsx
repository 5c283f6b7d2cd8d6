"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/button";
import { Notice } from "@/components/notice";
import { listEntries } from "@/lib/device/device-store";
import type { OutboxEntry } from "@/lib/device/outbox-entry";
import { sendOutbox } from "@/lib/device/send-outbox";

type SignOutQuestionProps = {
  memberId: number;
  waiting: number;
  /** Goes on with signing out, if it can; whether what waits stays on the device. */
  onLeave: (keepsEntries: boolean) => Promise<boolean>;
  onStay: () => void;
};

/** Said where signing out does not go through. */
export const staysSignedIn = "There is no connection: you stay signed in.";

/** Sends what waits on this device. @returns what of this member's still does. */
async function sendAndList(memberId: number): Promise<OutboxEntry[]> {
  await sendOutbox();
  return (await listEntries()).filter((entry) => entry.memberId === memberId);
}

/** Asks somebody who signs out what becomes of the conversations that wait on this device. */
export function SignOutQuestion({ memberId, waiting, onLeave, onStay }: SignOutQuestionProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<string>();
  const [pending, setPending] = useState<"sending" | "leaving">();

  const isBusy = pending !== undefined;

  useEffect(() => dialog.current?.showModal(), []);

  async function leave(keepsEntries: boolean) {
    setProblem(undefined);
    setPending("leaving");
    if (!(await onLeave(keepsEntries))) setProblem(staysSignedIn);
    setPending(undefined);
  }

  async function send() {
    setPending("sending");
    const left = await sendAndList(memberId).finally(() => setPending(undefined));
    if (left.length === 0) await leave(false);
    else
      setProblem(
        left.some(({ asked }) => asked)
          ? "Not all could be sent: answer what is asked, or keep them for later."
          : "They could not be sent: there is no connection. Keep them for later, or discard them.",
      );
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby="sign-out-question"
      onClose={onStay}
      className="m-auto w-full max-w-sm rounded-box border border-border bg-surface p-5 text-text shadow-raised backdrop:bg-black/40"
    >
      <div className="flex flex-col gap-3">
        <h2 id="sign-out-question" className="font-semibold text-title">
          {waiting === 1 ? "One conversation is not sent yet" : `${waiting} conversations are not sent yet`}
        </h2>
        {problem ? <Notice kind="error">{problem}</Notice> : null}
        <Button type="button" variant="primary" isPending={isBusy} onClick={send} className="min-h-11">
          {pending === "sending" ? "Sending…" : "Send now and sign out"}
        </Button>
        <Button type="button" isPending={isBusy} onClick={() => leave(true)} className="min-h-11">
          Keep for my next sign-in
        </Button>
        <Button
          type="button"
          variant="danger"
          isPending={isBusy}
          onClick={() => leave(false)}
          className="min-h-11"
        >
          Discard and sign out
        </Button>
        <Button type="button" variant="quiet" onClick={() => dialog.current?.close()} className="min-h-11">
          Stay signed in
        </Button>
      </div>
    </dialog>
  );
}
