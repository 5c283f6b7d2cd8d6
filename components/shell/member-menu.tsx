import { CircleUserRound } from "lucide-react";
import type { ReactNode } from "react";
import { MorePlaces } from "./more-places";

type MemberMenuProps = {
  memberName: string;
  email: string | null;
  teamName: string;
  /** What the menu offers: at least signing out. */
  children: ReactNode;
};

/** The navigation's last place: who is signed in, and what concerns them. Opens without JavaScript. */
export function MemberMenu({ memberName, email, teamName, children }: MemberMenuProps) {
  return (
    <details data-popover name="shell" className="group flex min-w-0 flex-1 flex-col sm:mt-auto sm:flex-none">
      <summary className="flex min-h-14 flex-1 flex-col items-center justify-center gap-1 font-medium text-label text-muted transition-colors hover:text-text group-open:text-text sm:rounded-box sm:hover:bg-surface-hover">
        <CircleUserRound aria-hidden="true" className="size-5" strokeWidth={1.75} />
        <span aria-hidden="true" className="max-sm:hidden">
          You
        </span>
        <span aria-hidden="true" className="sm:hidden enlarged:sr-only">
          More
        </span>
        <span className="sr-only">Your menu: {memberName}</span>
      </summary>
      <div className="fixed inset-x-3 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-40 max-h-[calc(100dvh-5rem)] overflow-y-auto rounded-box border border-border bg-surface p-2 shadow-raised sm:inset-x-auto sm:bottom-2 sm:left-[5.5rem] sm:max-h-[calc(100dvh-1rem)] sm:w-64">
        <MorePlaces />
        <div className="px-2 py-1.5">
          <p className="truncate font-semibold">{memberName}</p>
          {email ? <p className="truncate text-label text-muted">{email}</p> : null}
          <p className="mt-1 truncate text-label text-muted">{teamName}</p>
        </div>
        <div className="mt-1 border-border border-t pt-1">{children}</div>
      </div>
    </details>
  );
}
