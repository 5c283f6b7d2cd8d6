/** Where `g` and a second key lead, by that key. */
export const keyPlaces = {
  o: { href: "/", label: "Overview" },
  s: { href: "/stages", label: "Stages" },
  a: { href: "/analysis", label: "Analysis" },
  c: { href: "/customers", label: "Customers" },
  f: { href: "/follow-ups", label: "Follow-ups" },
} as const satisfies Record<string, { href: `/${string}`; label: string }>;

export type KeyPlace = keyof typeof keyPlaces;
