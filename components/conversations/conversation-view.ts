import type { TimelineRow } from "@/db/queries/timeline";
import type { TeamFormats } from "@/lib/format/team-formats";
import { isOverdue } from "@/lib/pipeline/follow-up";
import type { LocalDate } from "@/lib/pipeline/local-date";
import type { Outcome } from "@/lib/pipeline/outcome";
import { type Actor, mayCorrect } from "@/lib/pipeline/permissions";
import { inOneLine } from "@/lib/wording/in-one-line";

/** A promised follow-up as finished strings. */
type FollowUpView = {
  /** "Follow-up due 20 Jun 2026, snoozed to 10 Jul 2026", "Follow-up overdue since 20 Nov 2026". */
  text: string;
  isLate: boolean;
  /** Ticked by hand. */
  isTicked: boolean;
  /** The conversation that follows up on this one, if there is one: done without a tick. */
  followedUpById: number | null;
};

/** A conversation as finished strings; "" where nothing was said. */
export type ConversationView = {
  id: number;
  version: number;
  /** "24 Nov 2026, 14:05"; without the time where none was given. */
  when: string;
  heldBy: string;
  /** How, about, with whom and how long, in one line. */
  facts: string;
  note: string;
  stage: { name: string; color: string | null; outcome: Outcome } | null;
  deal: string;
  amount: string;
  followUp: FollowUpView | null;
  /** The earlier conversation it follows up on. */
  followsUpId: number | null;
  mayCorrect: boolean;
  /** It says something else now than when it was logged. */
  isCorrected: boolean;
};

function followUpView(row: TimelineRow, formats: TeamFormats, today: LocalDate): FollowUpView | null {
  const { followUpOn, isWaiting, completedAt, followedUpById } = row;
  if (followUpOn === null) return null;
  const remindOn = row.remindOn ?? followUpOn;
  const isLate = isWaiting && isOverdue({ dueOn: remindOn, doneOn: null }, today);
  const day = (date: LocalDate) => (date === today ? "today" : formats.date(date));
  const snoozed = remindOn === followUpOn ? "" : `, snoozed to ${day(remindOn)}`;
  return {
    text: !isWaiting
      ? `Follow-up of ${formats.date(followUpOn)}`
      : isLate
        ? `Follow-up overdue since ${formats.date(followUpOn)}`
        : `Follow-up due ${day(followUpOn)}${snoozed}`,
    isLate,
    isTicked: completedAt !== null,
    followedUpById,
  };
}

/** The conversation as it is shown: written as the team writes, with what this actor may do to it. */
export function conversationView(
  row: TimelineRow,
  { formats, actor, today }: { formats: TeamFormats; actor: Actor; today: LocalDate },
): ConversationView {
  const { stage, stageColor, outcome } = row;
  const duration = row.durationMinutes === null ? "" : `${formats.count(row.durationMinutes)}\u00a0min`;
  return {
    id: row.id,
    version: row.version,
    when: row.dateOnly
      ? formats.date(row.occurredOn)
      : `${formats.date(row.occurredOn)}, ${formats.time(row.at)}`,
    heldBy: row.heldBy,
    facts: inOneLine([row.how, row.about, row.withWhom && `with ${row.withWhom}`, duration]),
    note: row.note,
    stage: stage !== null && outcome !== null ? { name: stage, color: stageColor, outcome } : null,
    deal: row.deal ?? "",
    amount: row.amount === null ? "" : formats.money(row.amount),
    followUp: followUpView(row, formats, today),
    followsUpId: row.followsUpId,
    mayCorrect: mayCorrect(actor, row),
    isCorrected: row.isCorrected,
  };
}
