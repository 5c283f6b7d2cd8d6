/** The sections of the settings, in the order of their navigation. */
export const settingsSections = [
  { href: "/settings/team", label: "Team" },
  { href: "/settings/pipeline", label: "Pipeline" },
  { href: "/settings/topics", label: "Topics and channels" },
  { href: "/settings/members", label: "Members" },
  { href: "/settings/quarantine", label: "Quarantine" },
  { href: "/settings/shared-links", label: "Shared links" },
  { href: "/settings/api", label: "API" },
  { href: "/settings/audit", label: "Audit log" },
] as const;

export type SettingsSection = (typeof settingsSections)[number];

/**
 * The section a page of the settings belongs to; undefined: to none. Example: `/settings/channels/2` belongs to
 * “Topics and channels”, as `/settings/topics/2` does.
 */
export function settingsSectionAt(pathname: string): SettingsSection | undefined {
  const [, , part] = pathname.split("/");
  const section = part === "channels" ? "topics" : part;
  return settingsSections.find(({ href }) => href === `/settings/${section}`);
}

/**
 * What a page of the settings is called within them. Example: `/settings/members` is “Members”,
 * `/settings/members/2` is “Members, details”.
 */
export function settingsPlace(pathname: string): string {
  const [, , section = "", ...deeper] = pathname.split("/");
  const named = settingsSections.find(({ href }) => href === `/settings/${section}`)?.label ?? section;
  return [named, ...deeper.map((part) => (/^\d+$/.test(part) ? "details" : part.replaceAll("-", " ")))].join(
    ", ",
  );
}
