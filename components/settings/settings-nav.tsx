import { SettingsLink } from "./settings-link";
import { settingsSections } from "./settings-sections";

/** The sections of the settings. */
export function SettingsNav() {
  return (
    <nav aria-label="Settings" className="flex flex-wrap gap-x-6 border-border border-b">
      {settingsSections.map(({ href, label }) => (
        <SettingsLink key={href} href={href}>
          {label}
        </SettingsLink>
      ))}
    </nav>
  );
}
