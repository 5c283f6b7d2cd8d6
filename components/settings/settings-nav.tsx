import { NavLink } from "@/components/shell/nav-link";
import { settingsSections } from "./settings-sections";

const look =
  "touch-target flex min-h-10 items-center pointer-coarse:min-w-11 border-transparent border-b-2 font-medium text-muted transition-colors hover:text-text aria-[current=page]:border-accent aria-[current=page]:text-text";

/** The sections of the settings. */
export function SettingsNav() {
  return (
    <nav aria-label="Settings" className="flex flex-wrap gap-x-6 border-border border-b">
      {settingsSections.map(({ href, label }) => (
        <NavLink key={href} href={href} keepsFilter={false} className={look}>
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
