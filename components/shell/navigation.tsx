import type { ReactNode } from "react";
import { DueCount } from "./due-count";
import { Logo } from "./logo";
import { NavLink } from "./nav-link";
import { places } from "./places";
import { SearchLink } from "./search-link";

const look =
  "flex min-h-14 min-w-0 flex-1 flex-col items-center justify-center gap-1 whitespace-nowrap text-label font-medium text-muted transition-colors hover:text-text aria-[current=page]:text-accent sm:flex-none sm:rounded-box sm:hover:bg-surface-hover sm:aria-[current=page]:bg-accent-soft";

type NavigationProps = {
  /** The member's menu. */
  children: ReactNode;
};

/**
 * The way through the app: a slim rail at the side, on a phone a bar at the bottom within the thumb's reach, in a
 * very low window at the page's top. The member's menu is its last place.
 */
export function Navigation({ children }: NavigationProps) {
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 flex border-border border-t bg-surface pb-[env(safe-area-inset-bottom)] low:static low:border-t-0 low:border-b low:pb-0 sm:inset-y-0 sm:right-auto sm:w-20 sm:flex-col sm:gap-1 sm:overflow-y-auto sm:overscroll-contain sm:border-t-0 sm:border-r sm:px-1 sm:py-2 print:hidden"
    >
      <div className="hidden justify-center py-3 sm:flex">
        <Logo />
      </div>
      <SearchLink className={`${look} max-sm:hidden`} iconClass="size-5" />
      {places.map(({ href, label, icon: Icon, keepsFilter, isOnPhoneBar }) => (
        <NavLink
          key={href}
          href={href}
          keepsFilter={keepsFilter}
          className={`${look} ${isOnPhoneBar ? "" : "max-sm:hidden"}`}
        >
          <span className="relative">
            <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
            {href === "/follow-ups" ? <DueCount /> : null}
          </span>
          <span className="enlarged:sr-only">{label}</span>
        </NavLink>
      ))}
      {children}
    </nav>
  );
}
