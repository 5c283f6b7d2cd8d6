import type { ReactNode } from "react";
import { opensHere } from "./opens-here";

/** Why a press was refused, in a line beside what was pressed. */
export function Refusal({ className = "", children }: { className?: string; children: ReactNode }) {
  return (
    <p role="alert" {...opensHere} className={`text-label text-lost focus:outline-none ${className}`}>
      {children}
    </p>
  );
}
