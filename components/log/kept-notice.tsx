"use client";

import { CloudOff } from "lucide-react";
import { Button } from "@/components/button";
import { buttonClass } from "@/components/button-class";

type KeptNoticeProps = {
  /** Whom one spoke with, as it was written. */
  customer: string;
  onAnother: () => void;
};

// The form goes, and the focus with it.
const takeFocus = (said: HTMLElement | null) => said?.focus();

/** What was logged where nothing is reached: it is safe on this device, and what happens with it. */
export function KeptNotice({ customer, onAnother }: KeptNoticeProps) {
  return (
    <section
      aria-label="What happened"
      className="flex flex-col gap-4 rounded-box border border-border bg-surface p-5"
    >
      <p role="status" ref={takeFocus} tabIndex={-1} className="flex gap-3 text-title focus:outline-none">
        <CloudOff aria-hidden="true" className="mt-1 size-5 shrink-0 text-muted" />
        Kept on this device. {customer || "It"} is logged as soon as there is a connection.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button type="button" variant="primary" onClick={onAnother}>
          Log another
        </Button>
        <a href="/log/waiting" className={buttonClass()}>
          See what waits
        </a>
      </div>
    </section>
  );
}
