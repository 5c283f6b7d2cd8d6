import {
  Building2,
  CalendarCheck,
  ChartNoAxesColumn,
  Gauge,
  type LucideIcon,
  Rows3,
  SquarePen,
} from "lucide-react";

type Place = {
  href: "/" | `/${string}`;
  label: string;
  icon: LucideIcon;
  /** Whether it understands the period, as-of day and salesperson of the address, which then go along. */
  keepsFilter: boolean;
  /** Within the thumb's reach on a phone; the others stand in its menu there. */
  isOnPhoneBar: boolean;
};

/** Where the navigation leads, in its order. */
export const places: readonly Place[] = [
  { href: "/", label: "Overview", icon: Gauge, keepsFilter: true, isOnPhoneBar: true },
  { href: "/stages", label: "Stages", icon: Rows3, keepsFilter: true, isOnPhoneBar: true },
  { href: "/log", label: "Log", icon: SquarePen, keepsFilter: false, isOnPhoneBar: true },
  { href: "/analysis", label: "Analysis", icon: ChartNoAxesColumn, keepsFilter: true, isOnPhoneBar: false },
  { href: "/customers", label: "Customers", icon: Building2, keepsFilter: false, isOnPhoneBar: false },
  { href: "/follow-ups", label: "Follow-ups", icon: CalendarCheck, keepsFilter: false, isOnPhoneBar: true },
];
