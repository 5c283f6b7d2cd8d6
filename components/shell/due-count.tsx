"use client";

import { useContext } from "react";
import { DueContext } from "./due-provider";

const most = 99;

/** How many follow-ups wait to be done, at the corner of their place's icon; nothing when none does. */
export function DueCount() {
  const { due } = useContext(DueContext);
  if (due === 0) return null;
  return (
    <span className="figures absolute -top-1.5 left-3 flex h-4 min-w-4 items-center justify-center rounded-full bg-accent-fill px-1 font-semibold text-[10px] text-on-accent leading-none ring-2 ring-surface">
      <span aria-hidden="true">{due > most ? `${most}+` : due}</span>
      <span className="sr-only">{due} due: </span>
    </span>
  );
}
