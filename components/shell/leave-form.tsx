"use client";

import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { forgetMember, getKept, listEntries } from "@/lib/device/device-store";
import { dropDrafts } from "@/lib/device/drafts";
import { SignOutQuestion, staysSignedIn } from "./sign-out-question";

type LeaveFormProps = {
  memberId: number;
  /** Ends the session of this browser. */
  action: (form: FormData) => Promise<void>;
  /** By which buttons elsewhere on the page belong to it. */
  id?: string;
  /** Its own button. */
  children?: (isLeaving: boolean) => ReactNode;
};

const longestWait = 10_000;

/** Whether the app answers: where one cannot sign out, nothing is forgotten. */
async function isReached(): Promise<boolean> {
  const asked = { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(longestWait) } as const;
  return fetch("/offline", asked).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function countWaiting(memberId: number): Promise<number> {
  const entries = await listEntries().catch(() => []);
  return entries.filter((entry) => entry.memberId === memberId).length;
}

/**
 * Signs this browser out, and lets this device forget what it keeps of the member. With entries waiting it asks first what
 * becomes of them. Without JavaScript nothing is kept, and it signs out.
 */
export function LeaveForm({ memberId, action, id, children }: LeaveFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const key = useRef<HTMLInputElement>(null);
  const isSettled = useRef(false);
  const [waiting, setWaiting] = useState(0);
  const [isLeaving, setIsLeaving] = useState(false);
  const [isCutOff, setIsCutOff] = useState(false);

  /** @returns whether it goes on to the sign-in; where there is no connection, one stays. */
  async function leave(keepsEntries: boolean): Promise<boolean> {
    setIsLeaving(true);
    if (!(await isReached())) {
      setIsLeaving(false);
      return false;
    }
    const kept = await getKept(memberId).catch(() => undefined);
    if (key.current && !keepsEntries) key.current.value = kept?.key ?? "";
    dropDrafts(memberId);
    await forgetMember(memberId, { keepsEntries }).catch(() => {});
    setWaiting(0);
    isSettled.current = true;
    form.current?.requestSubmit();
    return true;
  }

  async function onSubmit(event: FormEvent) {
    if (isSettled.current) return;
    event.preventDefault();
    const count = await countWaiting(memberId);
    setIsCutOff(false);
    if (count > 0) setWaiting(count);
    else if (!(await leave(false))) setIsCutOff(true);
  }

  return (
    <form
      ref={form}
      id={id}
      action={action}
      onSubmit={onSubmit}
      className={children ? "" : "hidden has-[[role=alert]]:block"}
    >
      <input ref={key} type="hidden" name="deviceKey" />
      {children?.(isLeaving)}
      {isCutOff ? (
        <p role="alert" className="px-2 text-label text-lost">
          {staysSignedIn}
        </p>
      ) : null}
      {waiting > 0
        ? createPortal(
            <SignOutQuestion
              memberId={memberId}
              waiting={waiting}
              onLeave={leave}
              onStay={() => setWaiting(0)}
            />,
            document.body,
          )
        : null}
    </form>
  );
}
