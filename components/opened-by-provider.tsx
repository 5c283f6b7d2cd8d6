"use client";

import type { ReactNode } from "react";
import { OpenedByContext } from "./opened-by-context";

/** Lets the forms within say for whom their page was made. */
export function OpenedByProvider({ memberId, children }: { memberId: number; children: ReactNode }) {
  return <OpenedByContext value={memberId}>{children}</OpenedByContext>;
}
