/** One entry of a list to choose from. */
export type Choice = { value: string; label: string };

/** The currencies of ISO 4217 by their English name: "South African Rand (ZAR)". */
export function currencyChoices(): Choice[] {
  const names = new Intl.DisplayNames("en", { type: "currency" });
  return Intl.supportedValuesOf("currency")
    .map((code) => ({ value: code, label: `${names.of(code) ?? code} (${code})` }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
}

/** The time zones of the IANA list and UTC: "Africa/Johannesburg" is shown as it is. */
export function timeZoneChoices(): Choice[] {
  const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);
  return [...zones].map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
