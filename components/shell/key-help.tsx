"use client";

import { Fragment, useEffect, useRef } from "react";
import { Button } from "@/components/button";
import { keyPlaces } from "./key-places";

const others: readonly (readonly [string, string])[] = [
  ["l", "Log a conversation"],
  ["/", "Search everything"],
  ["m", "Move the customer whose card of the board is in focus"],
  ["⌘ K or Ctrl K", "Search everything, also while typing"],
  ["?", "These keys"],
  ["Esc", "Close what is open"],
];

const keys = [
  ...others,
  ...Object.entries(keyPlaces).map(([key, { label }]) => [`g ${key}`, `Go to ${label}`] as const),
];

/** The keys of the app, listed. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // Else its only link takes the focus, below what a low window shows of the keys.
    heading.current?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="key-help"
      className="m-auto w-[min(24rem,calc(100vw-2rem))] rounded-box border border-border bg-surface p-5 text-text shadow-raised backdrop:bg-black/40"
    >
      <h2 ref={heading} id="key-help" tabIndex={-1} className="font-semibold text-title focus:outline-none">
        Keyboard
      </h2>
      <dl className="mt-3 grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
        {keys.map(([key, does]) => (
          <Fragment key={key}>
            <dt>
              <kbd className="rounded-control border border-border-strong/60 bg-background px-1.5 py-0.5 font-medium font-sans text-label">
                {key}
              </kbd>
            </dt>
            <dd>{does}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="mt-4 text-label text-muted">
        Keys do nothing while you type. Single keys can be switched off in{" "}
        <a href="/profile" className="font-medium text-accent underline">
          your profile
        </a>
        .
      </p>
      <form method="dialog" className="mt-4">
        <Button>Close</Button>
      </form>
    </dialog>
  );
}
