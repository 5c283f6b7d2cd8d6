"use client";

import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { forgetMember, getKept, listEntries } from "@/lib/device/device-store";
import { dropDrafts } from "@/lib/device/drafts";
import { forgetReached } from "@/lib/device/reached-contact";
import { SignOutQuestion, staysSignedIn } from "./sign-out-question";

type LeaveFormProps = {
  memberId: number;
  /** Out of every other browser too. */
  isEverywhere?: boolean;
  /** By which buttons elsewhere on the page belong to it. */
  id?: string;
  /** Its own button. */
  children?: (isLeaving: boolean) => ReactNode;
};

const longestWait = 10_000;

const address = "/sign-out";

/** Sends the form. @returns whether one is signed out: it leads to the sign-in. */
async function isSignedOut(body: FormData): Promise<boolean> {
  const asked = {
    method: "POST",
    body,
    redirect: "manual",
    signal: AbortSignal.timeout(longestWait),
  } as const;
  return fetch(address, asked).then(
    ({ type }) => type === "opaqueredirect",
    () => false,
  );
}

const bringIntoSight = (said: HTMLElement | null) => said?.scrollIntoView({ block: "nearest" });

async function countWaiting(memberId: number): Promise<number> {
  const entries = await listEntries().catch(() => []);
  return entries.filter((entry) => entry.memberId === memberId).length;
}

/**
 * Signs this browser out, and lets this device forget what it keeps of the member. With entries waiting it asks first
 * what becomes of them. Without JavaScript nothing is kept, and it signs out.
 */
export function LeaveForm({ memberId, isEverywhere, id, children }: LeaveFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [waiting, setWaiting] = useState(0);
  const [isLeaving, setIsLeaving] = useState(false);
  const [isCutOff, setIsCutOff] = useState(false);

  /** @returns whether it goes on to the sign-in; where there is no connection, one stays and nothing is forgotten. */
  async function leave(keepsEntries: boolean): Promise<boolean> {
    setIsLeaving(true);
    const kept = await getKept(memberId).catch(() => undefined);
    const sent = new FormData(form.current ?? undefined);
    if (!keepsEntries) sent.set("deviceKey", kept?.key ?? "");
    if (!(await isSignedOut(sent))) {
      setIsLeaving(false);
      return false;
    }
    dropDrafts(memberId);
    forgetReached();
    await forgetMember(memberId, { keepsEntries }).catch(() => {});
    location.replace("/sign-in");
    return true;
  }

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (isLeaving) return;
    const count = await countWaiting(memberId);
    setIsCutOff(false);
    if (count > 0) setWaiting(count);
    else if (!(await leave(false))) setIsCutOff(true);
  }

  return (
    <form
      ref={form}
      id={id}
      action={address}
      method="post"
      onSubmit={onSubmit}
      className={children ? "" : "hidden has-[[role=alert]]:block"}
    >
      {isEverywhere ? <input type="hidden" name="everywhere" value="yes" /> : null}
      {children?.(isLeaving)}
      {isCutOff ? (
        <p ref={bringIntoSight} role="alert" className="px-2 text-label text-lost">
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
