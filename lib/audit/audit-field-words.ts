import { addDays, localDateOf, startOfDay } from "@/lib/pipeline/local-date";
import { colorName } from "@/lib/stages/stage-colors";
import { sharedViews } from "@/lib/wording/share-parts";
import { kindOfField } from "./audit-names";
import type { AuditWords } from "./audit-words";

/** How a reader is told: what the entry is about decides what an id stands for. */
export type Telling = { subject: string; words: AuditWords };

const fieldNames: Readonly<Record<string, string>> = {
  color: "colour",
  email: "e-mail",
  firstDayOfWeek: "first day of the week",
  locale: "numbers, money and dates",
  notes: "notes blanked",
  texts: "texts the name was taken out of",
};

/** The last day of a link that ends when a day of the team does; undefined: it ends within one. */
function lastDayOf(value: unknown, { timeZone }: AuditWords): string | undefined {
  const at = new Date(String(value));
  if (Number.isNaN(at.getTime())) return undefined;
  const day = localDateOf(at, timeZone);
  return startOfDay(day, timeZone).getTime() === at.getTime() ? addDays(day, -1) : undefined;
}

/** A field's name in words: `quietAfterDays` is "quiet after days", `stageId` that names a stage "stage". */
export function fieldInWords(field: string, values: readonly unknown[], { subject, words }: Telling): string {
  const isEnd = (value: unknown) => value == null || lastDayOf(value, words) !== undefined;
  if (field === "expiresAt" && subject === "share link" && values.every(isEnd)) return "last day";
  if (Object.hasOwn(fieldNames, field)) return fieldNames[field] ?? field;
  const name = kindOfField(field, subject) ? field.replace(/Id$/, "") : field;
  return name.replace(/([a-z])([A-Z])/g, (_, one: string, two: string) => `${one} ${two.toLowerCase()}`);
}

const languages = new Intl.DisplayNames("en", { type: "language", languageDisplay: "standard" });
const weekday = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" });
const partNames: Readonly<Record<string, string>> = Object.assign(
  {},
  ...Object.values(sharedViews).map(({ parts }) => parts),
);

/**
 * What is kept as a code, in the words that its form has for it; undefined: it is none.
 * Example: the colour `#0d9488` is "Teal", the first day of the week 6 "Saturday".
 */
export function codeInWords(field: string, value: unknown, { subject, words }: Telling): string | undefined {
  if (field === "color" && typeof value === "string") return colorName(value);
  if (field === "locale" && typeof value === "string") return languages.of(value);
  if (field === "firstDayOfWeek" && typeof value === "number")
    // 1 January 2024 was a Monday.
    return weekday.format(Date.UTC(2024, 0, value));
  if (field === "parts" && Array.isArray(value) && value.length > 0)
    return value.map((part) => partNames[String(part)] ?? String(part)).join("; ");
  if (field !== "expiresAt" || subject !== "share link") return undefined;
  const day = lastDayOf(value, words);
  return day && words.formats.date(day);
}
