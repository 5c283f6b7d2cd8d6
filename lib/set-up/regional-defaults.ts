import { canonicalTimeZone } from "./find-time-zone";

/** What the runtime knows of a locale beyond TypeScript's library: older ones by property, newer ones by method. */
type RegionalLocale = Intl.Locale & {
  timeZones?: string[];
  getTimeZones?: () => string[] | undefined;
  weekInfo?: { firstDay: number };
  getWeekInfo?: () => { firstDay: number };
};

const alphabet = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

let countries: Map<string, string> | undefined;

function countriesByTimeZone(): Map<string, string> {
  const found = new Map<string, string>();
  for (const letters of alphabet.flatMap((first) => alphabet.map((second) => `${first}${second}`))) {
    const locale: RegionalLocale = new Intl.Locale(`und-${letters}`);
    for (const zone of locale.getTimeZones?.() ?? locale.timeZones ?? []) {
      if (locale.region && !found.has(zone)) found.set(zone, locale.region);
    }
  }
  return found;
}

function countryOf(timeZone: string): string | undefined {
  countries ??= countriesByTimeZone();
  return countries.get(canonicalTimeZone(timeZone) ?? timeZone);
}

/** Whether the runtime writes numbers and dates by this BCP 47 tag. */
export function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length === 1;
  } catch {
    return false;
  }
}

/** A locale's tag in its canonical spelling: EN-za is en-ZA. */
export function localeTag(tag: string): string {
  return new Intl.Locale(tag).toString();
}

/**
 * The locale a team gets unless it says otherwise: numbers, money and dates as they are written in the time
 * zone's country, in its main language if that has Latin letters like this app, else in English.
 * Johannesburg en-ZA, Berlin de-DE, Kolkata en-IN, New York en-US; a time zone of no country (UTC): en-US.
 */
export function localeOfTimeZone(timeZone: string): string {
  const country = countryOf(timeZone);
  if (country === undefined) return "en-US";
  const { language, script } = new Intl.Locale(`und-${country}`).maximize();
  const locale = `${language}-${country}`;
  return script === "Latn" && isLocale(locale) ? locale : `en-${country}`;
}

/** The first day of the week where the locale is at home: 1 = Monday … 7 = Sunday. */
export function firstDayOfWeekOf(locale: string): number {
  const known: RegionalLocale = new Intl.Locale(locale);
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
}
