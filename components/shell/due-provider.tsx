"use client";

import { type ReactNode, useCallback, useState } from "react";
import { DueContext } from "./due-context";

type DueProviderProps = {
  /** As it was when the layout was last fetched: another object each time. */
  fetched: { due: number };
  children: ReactNode;
};

/** Knows how many follow-ups are due: as fetched with the layout, or as the last change in place since answered. */
export function DueProvider({ fetched, children }: DueProviderProps) {
  const [known, setKnown] = useState({ fetched, due: fetched.due });
  const tellDue = useCallback((due: number) => setKnown((before) => ({ ...before, due })), []);
  if (known.fetched !== fetched) setKnown({ fetched, due: fetched.due });
  return <DueContext value={{ due: known.due, tellDue }}>{children}</DueContext>;
}
