import type { ConversationVersion } from "@/db/queries/timeline";
import type { TeamFormats } from "@/lib/format/team-formats";
import { type LocalDate, localDateOf } from "@/lib/pipeline/local-date";

/** Facts of a conversation that a person can change, as one reads them; "" where nothing was said. */
export type SaidInWords = Record<FactName, string>;

/** What each fact is called, in the order in which they are shown. */
export const factNames = [
  "Stage",
  "Note",
  "When",
  "Held by",
  "How",
  "About",
  "With whom",
  "Customer",
  "Deal",
  "Amount",
  "Follow-up",
  "Follow-up done",
  "Duration",
] as const;

export type FactName = (typeof factNames)[number];

type Written = Pick<
  ConversationVersion,
  | "stage"
  | "note"
  | "at"
  | "dateOnly"
  | "heldBy"
  | "how"
  | "about"
  | "withWhom"
  | "customer"
  | "deal"
  | "dealId"
  | "amount"
  | "followUpOn"
  | "completedAt"
  | "durationMinutes"
>;

/** "24 Nov 2026, 14:05"; without the time where none was given. */
export function momentInWords(
  { at, dateOnly }: { at: Date; dateOnly: boolean },
  formats: TeamFormats,
  timeZone: string,
): string {
  const day: LocalDate = localDateOf(at, timeZone);
  return dateOnly ? formats.date(day) : `${formats.date(day)}, ${formats.time(at)}`;
}

/** A version of a conversation in words, written as the team writes. */
export function saidInWords(version: Written, formats: TeamFormats, timeZone: string): SaidInWords {
  const { completedAt, dealId } = version;
  const atMoment = (at: Date) => momentInWords({ at, dateOnly: false }, formats, timeZone);
  return {
    Stage: version.stage ?? "",
    Note: version.note,
    When: momentInWords(version, formats, timeZone),
    "Held by": version.heldBy,
    How: version.how ?? "",
    About: version.about ?? "",
    "With whom": version.withWhom ?? "",
    Customer: version.customer,
    Deal: version.deal ?? (dealId === null ? "" : `Deal ${dealId}`),
    Amount: version.amount === null ? "" : formats.money(version.amount),
    "Follow-up": version.followUpOn === null ? "" : formats.date(version.followUpOn),
    "Follow-up done": completedAt === null ? "" : atMoment(completedAt),
    Duration: version.durationMinutes === null ? "" : `${formats.count(version.durationMinutes)} min`,
  };
}
