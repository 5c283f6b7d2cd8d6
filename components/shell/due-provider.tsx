"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useCallback, useState } from "react";
import { useNewAddress } from "./use-new-address";

type DueNow = {
  /** How many of one's own follow-ups are overdue or due today. */
  due: number;
  /** Says how many there are since one was changed in place. Always the same function. */
  tellDue: (due: number) => void;
};

/** What is due now, for the navigation, and for what changes it without fetching the navigation again. */
export const DueContext = createContext<DueNow>({ due: 0, tellDue: () => {} });

type DueProviderProps = {
  /** As it was when the layout was last fetched: another object each time. */
  fetched: { due: number };
  children: ReactNode;
};

/**
 * Knows how many follow-ups are due: as fetched with the layout, or as the last change in place since answered. After
 * such a change the next page is fetched once more, and with it those that are kept for going back to.
 */
export function DueProvider({ fetched, children }: DueProviderProps) {
  const [known, setKnown] = useState({ fetched, due: fetched.due, isBehind: false });
  if (known.fetched !== fetched) setKnown({ fetched, due: fetched.due, isBehind: false });
  const tellDue = useCallback(
    (due: number) => setKnown((before) => ({ ...before, due, isBehind: true })),
    [],
  );

  const router = useRouter();
  useNewAddress(() => {
    if (known.isBehind) router.refresh();
  });
  return <DueContext value={{ due: known.due, tellDue }}>{children}</DueContext>;
}
