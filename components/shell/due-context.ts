"use client";

import { createContext } from "react";

type DueNow = {
  /** How many of one's own follow-ups are overdue or due today. */
  due: number;
  /** Says how many there are since one was changed in place. Always the same function. */
  tellDue: (due: number) => void;
};

/** What is due now, for the navigation, and for what changes it without fetching the navigation again. */
export const DueContext = createContext<DueNow>({ due: 0, tellDue: () => {} });
