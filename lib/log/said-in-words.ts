import type { ConversationVersion } from "@/db/queries/timeline";
import { dayAndTime, momentInWords } from "@/lib/format/moment-in-words";
import type { TeamFormats } from "@/lib/format/team-formats";
import { numbering } from "@/lib/wording/numbering";
import { dealCalled } from "./deal-called";

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
  | "dealOpenedOn"
  | "amount"
  | "followUpOn"
  | "completedAt"
  | "durationMinutes"
>;

/** A version of a conversation in words, written as the team writes. */
export function saidInWords(version: Written, formats: TeamFormats, timeZone: string): SaidInWords {
  const { completedAt, deal, dealId, dealOpenedOn } = version;
  const atMoment = (at: Date) => dayAndTime(at, timeZone, formats);
  return {
    Stage: version.stage ?? "",
    Note: version.note,
    When: momentInWords(version, formats, timeZone),
    "Held by": version.heldBy,
    How: version.how ?? "",
    About: version.about ?? "",
    "With whom": version.withWhom ?? "",
    Customer: version.customer,
    Deal: dealId === null ? (deal ?? "") : dealCalled({ name: deal, openedOn: dealOpenedOn }, formats),
    Amount: version.amount === null ? "" : formats.money(version.amount),
    "Follow-up": version.followUpOn === null ? "" : formats.date(version.followUpOn),
    "Follow-up done": completedAt === null ? "" : atMoment(completedAt),
    Duration: version.durationMinutes === null ? "" : `${formats.count(version.durationMinutes)} min`,
  };
}

/**
 * All versions of a conversation in words, the first one first. Example: moved between two deals without a name that
 * began on one day, it was on `Deal of 3 May 2026` and is on `Deal of 3 May 2026 (2)`.
 */
export function versionsInWords<Version extends Written>(
  versions: readonly Version[],
  formats: TeamFormats,
  timeZone: string,
): (Version & { said: SaidInWords })[] {
  const numbered = numbering();
  const called = new Map<number, string>();
  return versions.map((version) => {
    const said = saidInWords(version, formats, timeZone);
    const { dealId } = version;
    if (dealId === null) return { ...version, said };
    const Deal = called.get(dealId) ?? numbered(said.Deal);
    called.set(dealId, Deal);
    return { ...version, said: { ...said, Deal } };
  });
}
