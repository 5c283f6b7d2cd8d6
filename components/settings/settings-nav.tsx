import { NavLink } from "@/components/shell/nav-link";

const sections = [
  { href: "/settings/team", label: "Team" },
  { href: "/settings/pipeline", label: "Pipeline" },
  { href: "/settings/topics", label: "Topics and channels" },
  { href: "/settings/members", label: "Members" },
  { href: "/settings/quarantine", label: "Quarantine" },
  { href: "/settings/shared-links", label: "Shared links" },
  { href: "/settings/api", label: "API" },
  { href: "/settings/audit", label: "Audit log" },
] as const;

const look =
  "touch-target flex min-h-10 items-center pointer-coarse:min-w-11 border-transparent border-b-2 font-medium text-muted transition-colors hover:text-text aria-[current=page]:border-accent aria-[current=page]:text-text";

/** The sections of the settings. */
export function SettingsNav() {
  return (
    <nav aria-label="Settings" className="flex flex-wrap gap-x-6 border-border border-b">
      {sections.map(({ href, label }) => (
        <NavLink key={href} href={href} keepsFilter={false} className={look}>
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
