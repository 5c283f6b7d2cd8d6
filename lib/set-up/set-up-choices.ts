/** One entry of a list to choose from. */
export type Choice = { value: string; label: string };

/** The currencies of ISO 4217 by their English name: "South African Rand (ZAR)". */
export function currencyChoices(): Choice[] {
  const names = new Intl.DisplayNames("en", { type: "currency" });
  return Intl.supportedValuesOf("currency")
    .map((code) => ({ value: code, label: `${names.of(code) ?? code} (${code})` }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
}

// What older runtimes, Node 20 among them, list by a name that people and their browsers no longer use.
const todaysNames: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** A time zone as people read it: "America/Sao Paulo". */
export const timeZoneLabel = (zone: string): string => zone.replaceAll("_", " ");

/** The time zones of the IANA list by today's names, and UTC: "Africa/Johannesburg" is shown as it is. */
export function timeZoneChoices(): Choice[] {
  const listed = Intl.supportedValuesOf("timeZone").map((zone) => todaysNames[zone] ?? zone);
  const zones = new Set([...listed, "UTC"]);
  return [...zones].sort().map((zone) => ({ value: zone, label: timeZoneLabel(zone) }));
}
