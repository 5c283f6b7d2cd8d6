"use client";

import { type ReactNode, useEffect, useRef } from "react";

type PageLinksProps = {
  /** Which page is shown: where the next one begins; null on the last one. */
  page: string | null;
  /** The id of what stands before the rows. */
  startsAt: string;
  children: ReactNode;
};

/** The links to a list's other pages. Who pressed one goes on at the new rows: the window does, and the focus with it. */
export function PageLinks({ page, startsAt, children }: PageLinksProps) {
  const nav = useRef<HTMLElement>(null);
  const shown = useRef(page);
  useEffect(() => {
    if (page === shown.current) return;
    shown.current = page;
    const { activeElement } = document;
    // The link back goes with the press on it, and the focus from there to nowhere; in Safari a press gives it to `<main>`.
    if (activeElement?.contains(nav.current) || nav.current?.contains(activeElement))
      document.getElementById(startsAt)?.focus({ preventScroll: true });
  }, [page, startsAt]);
  return (
    <nav ref={nav} aria-label="Pages" className="flex justify-between gap-2 print:hidden">
      {children}
    </nav>
  );
}
