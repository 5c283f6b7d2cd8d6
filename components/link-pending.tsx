"use client";

import { useLinkStatus } from "next/link";

/** Within a link: a line at its foot while the page it leads to is being fetched. Takes no room. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden="true"
      className={`pointer-events-none absolute inset-x-2 bottom-0.5 h-0.5 rounded-full bg-accent-fill transition-opacity delay-150 ${pending ? "opacity-100" : "opacity-0"}`}
    />
  );
}
