import type { Conversation } from "@/db/queries/conversations";
import type { Team } from "@/db/queries/team";
import { hasDecimalComma } from "@/lib/format/decimal-comma";
import { momentFields } from "@/lib/pipeline/moment";
import { moneyText } from "@/lib/pipeline/money";
import { withLineFeeds } from "@/lib/storable";

/** The fields of the form that logs and corrects, by name; all are text, "" where nothing was said. */
export const logFields = [
  "customer",
  "customerId",
  "shownCustomer",
  "customerChoice",
  "followsUp",
  "stage",
  "note",
  "date",
  "time",
  "shownDate",
  "shownTime",
  "heldBy",
  "channel",
  "channelName",
  "topic",
  "topicName",
  "contactName",
  "shownContact",
  "deal",
  "dealName",
  "shownDeal",
  "amount",
  "followUp",
  "followUpOn",
  "followUpDates",
  "duration",
  "deviceId",
] as const;

export type LogField = (typeof logFields)[number];
export type LogValues = Record<LogField, string>;

/** What is wrong with which field, and what to do. */
export type LogErrors = Partial<Record<LogField, string>>;

/** Stands in a list for something that is not in it yet and is named beside it. */
export const anotherOne = "new";

/** The form with nothing said. */
export const emptyLogValues = Object.fromEntries(logFields.map((field) => [field, ""])) as LogValues;

/** Whether two forms say the same, whichever device id each has. */
export function isSaidSame(one: LogValues, other: LogValues): boolean {
  return logFields.every((field) => field === "deviceId" || one[field] === other[field]);
}

/** What stands in the form's fields. */
export function formValues(form: HTMLFormElement | null | undefined): LogValues {
  const sent = form ? new FormData(form) : new FormData();
  return Object.fromEntries(logFields.map((name) => [name, String(sent.get(name) ?? "")])) as LogValues;
}

type WrittenBy = Pick<Team, "timeZone" | "currencyDigits" | "locale">;

const text = (value: number | null) => (value === null ? "" : String(value));

function amountText(amount: string | null, { currencyDigits, locale }: WrittenBy): string {
  if (amount === null) return "";
  const text = moneyText(amount, currencyDigits);
  return hasDecimalComma(locale) ? text.replace(".", ",") : text;
}

type Said = Pick<
  Conversation,
  | "occurredAt"
  | "dateOnly"
  | "heldById"
  | "channelId"
  | "topicId"
  | "note"
  | "durationMinutes"
  | "stageId"
  | "amount"
  | "followUpOn"
> & {
  /** The contact's name. */
  withWhom: string | null;
};

/**
 * Whether day and time were left as they were shown, or emptied: what is said then is of the moment it was said at, or,
 * corrected, of the one it stands at.
 */
export function isMomentLeft({
  date,
  time,
  shownDate,
  shownTime,
}: Pick<LogValues, "date" | "time" | "shownDate" | "shownTime">): boolean {
  return (date === shownDate && time === shownTime) || (date === "" && time === "");
}

/** A conversation as the form shows it to be corrected; its deal stays unless another is chosen. */
export function logValuesOf(said: Said, team: WrittenBy): LogValues {
  const { date, time } = momentFields({ at: said.occurredAt, dateOnly: said.dateOnly }, team.timeZone);
  return {
    ...emptyLogValues,
    stage: text(said.stageId),
    note: withLineFeeds(said.note),
    date,
    time,
    shownDate: date,
    shownTime: time,
    heldBy: text(said.heldById),
    channel: text(said.channelId),
    topic: text(said.topicId),
    contactName: said.withWhom ?? "",
    shownContact: said.withWhom ?? "",
    amount: amountText(said.amount, team),
    followUp: said.followUpOn === null ? "" : "date",
    followUpOn: said.followUpOn ?? "",
    duration: text(said.durationMinutes),
  };
}
