"use client";

import { createContext, type ReactNode } from "react";

/** The member the signed-in pages were made for; undefined on a page for everybody. */
export const OpenedByContext = createContext<number | undefined>(undefined);

/** Lets the forms within say for whom their page was made. */
export function OpenedByProvider({ memberId, children }: { memberId: number; children: ReactNode }) {
  return <OpenedByContext value={memberId}>{children}</OpenedByContext>;
}
