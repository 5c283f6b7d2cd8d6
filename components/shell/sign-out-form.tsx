"use client";

import { LogOut } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { forgetMember, getKept, listEntries } from "@/lib/device/device-store";
import { dropDrafts } from "@/lib/device/drafts";
import { SignOutQuestion } from "./sign-out-question";

type SignOutFormProps = {
  memberId: number;
  action: (form: FormData) => Promise<void>;
  className: string;
};

async function countWaiting(memberId: number): Promise<number> {
  const entries = await listEntries().catch(() => []);
  return entries.filter((entry) => entry.memberId === memberId).length;
}

/**
 * Signs out, and lets this device forget what it keeps of the member. With entries waiting it asks first what
 * becomes of them. Without JavaScript nothing is kept, and it signs out.
 */
export function SignOutForm({ memberId, action, className }: SignOutFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const key = useRef<HTMLInputElement>(null);
  const isSettled = useRef(false);
  const [waiting, setWaiting] = useState(0);

  async function leave(keepsEntries: boolean) {
    const kept = await getKept(memberId).catch(() => undefined);
    if (key.current && !keepsEntries) key.current.value = kept?.key ?? "";
    dropDrafts(memberId);
    await forgetMember(memberId, { keepsEntries }).catch(() => {});
    setWaiting(0);
    isSettled.current = true;
    form.current?.requestSubmit();
  }

  async function onSubmit(event: FormEvent) {
    if (isSettled.current) return;
    event.preventDefault();
    const count = await countWaiting(memberId);
    if (count === 0) await leave(false);
    else setWaiting(count);
  }

  return (
    <form ref={form} action={action} onSubmit={onSubmit}>
      <input ref={key} type="hidden" name="deviceKey" />
      <button type="submit" className={className}>
        <LogOut aria-hidden="true" className="size-4 text-muted" />
        Sign out
      </button>
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
