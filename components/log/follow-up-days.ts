import { dateTimeFormat } from "@/lib/format/date-time-format";
import type { FormatSettings } from "@/lib/format/team-formats";
import { followUpChoices } from "@/lib/log/follow-up-choices";
import { addDays, type LocalDate } from "@/lib/pipeline/local-date";

/** The days the follow-up's choices stand for, by choice: "Wed 25". */
export function followUpDays(
  today: LocalDate,
  { locale }: Pick<FormatSettings, "locale">,
): Record<string, string> {
  const format = dateTimeFormat(locale, { weekday: "short", day: "numeric", timeZone: "UTC" });
  return Object.fromEntries(
    followUpChoices.map(({ value, days }) => [
      value,
      format.format(new Date(`${addDays(today, days)}T12:00:00Z`)),
    ]),
  );
}
