import type { Stage } from "@/db/queries/stages";
import type { conversations } from "@/db/schema";
import { type LocalDate, localDateOf } from "@/lib/pipeline/local-date";
import { isTooFarAhead } from "@/lib/pipeline/moment";
import { RuleError } from "@/lib/rule-error";
import { logProblems } from "@/lib/wording/log-problems";

/** Which deal a sales conversation is said to be on; `decide` leaves it to the joining rule. */
export type DealChoice = "decide" | "new" | { id: number } | { name: string };

/** What is said of a conversation, before its deal is decided. */
export type ConversationContent = Pick<
  typeof conversations.$inferSelect,
  | "occurredAt"
  | "dateOnly"
  | "heldById"
  | "channelId"
  | "topicId"
  | "contactId"
  | "note"
  | "durationMinutes"
  | "stageId"
  | "amount"
  | "followUpOn"
  | "completedAt"
  | "followsUpId"
>;

/**
 * Checks what is said of a conversation against the rules that need no database, and gives its local date.
 *
 * @throws RuleError an amount without a stage; a moment more than a day ahead.
 */
export function checkContent(
  content: ConversationContent,
  { timeZone, now }: { timeZone: string; now: Date },
): LocalDate {
  if (content.stageId === null && content.amount !== null)
    throw new RuleError(logProblems.amountWithoutStage);
  if (isTooFarAhead(content.occurredAt, now)) throw new RuleError(logProblems.inTheFuture);
  return localDateOf(content.occurredAt, timeZone);
}

/**
 * The stage of that id, for a conversation that is being given it: one that was merged leads on to the other;
 * archived ones take nothing new.
 */
export function usableStage(stages: readonly Stage[], stageId: number): Stage {
  const named = stages.find(({ id }) => id === stageId);
  const stage = named?.mergedIntoId ? stages.find(({ id }) => id === named.mergedIntoId) : named;
  if (!stage) throw new RuleError("This stage is no longer there. Choose another one.");
  if (stage.isArchived) throw new RuleError(`The stage “${stage.name}” is archived. Choose another one.`);
  return stage;
}

/** Why a conversation cannot be given that stage, in a sentence; undefined: it can. */
export function stageProblem(stages: readonly Stage[], stageId: number): string | undefined {
  try {
    usableStage(stages, stageId);
    return undefined;
  } catch (error) {
    if (error instanceof RuleError) return error.message;
    throw error;
  }
}
