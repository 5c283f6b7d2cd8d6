"use client";

import { createContext } from "react";

/** The member the signed-in pages were made for; undefined on a page for everybody. */
export const OpenedByContext = createContext<number | undefined>(undefined);
