import { NavLink } from "./nav-link";
import { places } from "./places";

/** On a phone, in the menu: the places its bar has no room for. */
export function MorePlaces() {
  return (
    <ul aria-label="More places" className="mb-1 border-border border-b pb-1 sm:hidden">
      {places
        .filter(({ isOnPhoneBar }) => !isOnPhoneBar)
        .map(({ href, label, icon: Icon, keepsFilter }) => (
          <li key={href}>
            <NavLink
              href={href}
              keepsFilter={keepsFilter}
              className="touch-target flex min-h-9 items-center gap-2 rounded-control px-2 font-medium hover:bg-surface-hover aria-[current=page]:text-accent"
            >
              <Icon aria-hidden="true" className="size-4 text-muted" />
              {label}
            </NavLink>
          </li>
        ))}
    </ul>
  );
}
