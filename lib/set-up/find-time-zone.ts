/** The runtime's own name of a time zone: Asia/Kolkata and Asia/Calcutta are one; undefined: it knows none such. */
export function canonicalTimeZone(timeZone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** The one of these that is this time zone, by whichever of its names. Example: Asia/Calcutta is Asia/Kolkata. */
export function findTimeZone(zones: readonly string[], wanted: string): string | undefined {
  if (zones.includes(wanted)) return wanted;
  const canonical = canonicalTimeZone(wanted);
  return canonical && zones.find((zone) => canonicalTimeZone(zone) === canonical);
}
