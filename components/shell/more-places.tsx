import { NavLink } from "./nav-link";
import { places } from "./places";
import { SearchLink } from "./search-link";

const look =
  "touch-target flex min-h-9 items-center gap-2 rounded-control px-2 font-medium hover:bg-surface-hover aria-[current=page]:text-accent";

/** On a phone, in the menu: the places its bar has no room for. */
export function MorePlaces() {
  return (
    <ul aria-label="More places" className="mb-1 border-border border-b pb-1 sm:hidden">
      <li>
        <SearchLink className={look} iconClass="size-4 text-muted" />
      </li>
      {places
        .filter(({ isOnPhoneBar }) => !isOnPhoneBar)
        .map(({ href, label, icon: Icon, keepsFilter }) => (
          <li key={href}>
            <NavLink href={href} keepsFilter={keepsFilter} className={look}>
              <Icon aria-hidden="true" className="size-4 text-muted" />
              {label}
            </NavLink>
          </li>
        ))}
    </ul>
  );
}
