"use client";

import { useLinkStatus } from "next/link";

type LinkPendingProps = {
  /** The link has no box of its own: the line stands below its letters, as wide as they are. */
  isUnderText?: boolean;
};

/** Within a link: a line at its foot while the page it leads to is being fetched. Takes no room. */
export function LinkPending({ isUnderText = false }: LinkPendingProps) {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden="true"
      className={`pointer-events-none absolute ${isUnderText ? "inset-x-0 -bottom-0.5" : "inset-x-2 bottom-0.5"} h-0.5 rounded-full bg-accent-fill transition-opacity delay-150 ${pending ? "opacity-100" : "opacity-0"}`}
    />
  );
}
