"use client";

import { LogOut } from "lucide-react";
import { LeaveForm } from "./leave-form";

/** The menu's way out of this browser. */
export function SignOutForm({ memberId, className }: { memberId: number; className: string }) {
  return (
    <LeaveForm memberId={memberId}>
      {(isLeaving) => (
        <button type="submit" className={className}>
          <LogOut aria-hidden="true" className="size-4 text-muted" />
          {isLeaving ? "Signing out…" : "Sign out"}
        </button>
      )}
    </LeaveForm>
  );
}
