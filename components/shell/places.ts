import { ChartNoAxesColumn, Gauge, type LucideIcon, Rows3 } from "lucide-react";

type Place = { href: "/" | `/${string}`; label: string; icon: LucideIcon; keepsFilter: boolean };

/** Where the navigation leads, in its order; the phone's bottom bar shows the same places. */
export const places: readonly Place[] = [
  { href: "/", label: "Overview", icon: Gauge, keepsFilter: true },
  { href: "/stages", label: "Stages", icon: Rows3, keepsFilter: true },
  { href: "/analysis", label: "Analysis", icon: ChartNoAxesColumn, keepsFilter: true },
];
