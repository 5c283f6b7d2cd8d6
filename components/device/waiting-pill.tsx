"use client";

import { CircleHelp, CloudUpload } from "lucide-react";
import { usePathname } from "next/navigation";
import { useWaiting } from "./use-waiting";

/**
 * How many conversations wait on this device to be logged, wherever one is; nothing when none does. It floats over
 * the page with room of its own at the end, but not over the form that logs nor over what is opened above the page.
 */
export function WaitingPill({ memberId }: { memberId: number }) {
  const waiting = useWaiting(memberId);
  const pathname = usePathname();
  if (!waiting || waiting.length === 0 || pathname === "/log/waiting") return null;
  const isAsked = waiting.some(({ asked }) => asked);
  const Icon = isAsked ? CircleHelp : CloudUpload;
  const isAtForm = pathname === "/log";
  const place = isAtForm ? "" : "sticky bottom-[calc(0.75rem+var(--bar-room))]";
  return (
    <a
      href="/log/waiting"
      className={`touch-target z-10 inline-flex min-h-9 items-center self-end gap-2 rounded-full border border-border bg-surface px-3 font-medium text-accent shadow-raised hover:bg-surface-hover print:hidden ${place}`}
    >
      <Icon aria-hidden="true" className="size-4" />
      {/* The form that logs says itself what became of what it sends. */}
      <span aria-live={isAtForm ? "off" : "polite"} aria-atomic="true">
        {waiting.length} waiting{isAsked ? ", answer needed" : ""}
      </span>
    </a>
  );
}
