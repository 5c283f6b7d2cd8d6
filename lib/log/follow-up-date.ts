import { addDays, daysBetween, isLocalDate, type LocalDate } from "@/lib/pipeline/local-date";
import { dateShown, type FollowUpSaid, followUpChoices } from "./follow-up-choices";

/** A form is sent so many days after it was shown at most; a date further off is none that it showed. */
const longestOpen = 31;

/** The dates the choices of a form stand for that is shown on that day, in their order: they are sent with it. */
export function followUpDates(today: LocalDate): string {
  return followUpChoices.map(({ days }) => addDays(today, days)).join(" ");
}

/**
 * The date a choice stands for (`date`: the one that was picked), null for none, undefined when it is no date. It is
 * the date that was shown when it was pressed, however much later the form arrives; counted from the day it was
 * recorded on where the form does not say, as those of earlier versions, or says what it cannot have shown.
 *
 * Example: on Sunday the 29th a form offers "Tomorrow Mon 30". Pressed then it is Monday the 30th, whether the form is
 * sent at once, twenty seconds after midnight, or on Tuesday.
 */
export function followUpDate(said: FollowUpSaid, recordedOn: LocalDate): LocalDate | null | undefined {
  const picked = said.followUpOn.trim();
  if (said.followUp === "date") return isLocalDate(picked) ? picked : undefined;
  const chosen = followUpChoices.find(({ value }) => value === said.followUp);
  if (!chosen) return null;
  const shown = dateShown(said);
  const counted = addDays(recordedOn, chosen.days);
  return isLocalDate(shown) && Math.abs(daysBetween(counted, shown)) <= longestOpen ? shown : counted;
}

/** The form with a choice that was pressed as the date it stands for: what it says depends on no day any more. */
export function withFollowUpDated<Said extends FollowUpSaid>(said: Said, recordedOn: LocalDate): Said {
  const followUpOn = followUpDate(said, recordedOn);
  return followUpOn ? { ...said, followUp: "date", followUpOn } : said;
}
