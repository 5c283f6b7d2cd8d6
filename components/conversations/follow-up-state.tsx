import { TextLink } from "@/components/text-link";
import { pageAddress } from "@/lib/page-address";
import type { ConversationView } from "./conversation-view";
import { TickFollowUp } from "./tick-follow-up";

type FollowUpStateProps = { conversation: ConversationView; customer: string; refreshes?: boolean };

const link = "font-medium text-accent";

/** What became of the follow-up that was promised: its date, the tick, and the conversation that followed. */
export function FollowUpState({ conversation, customer, refreshes = false }: FollowUpStateProps) {
  const { id, version, followUp, mayCorrect } = conversation;
  if (!followUp) return null;
  const { text, isLate, isTicked, followedUpById } = followUp;
  const isDone = isTicked || followedUpById !== null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <p className={isLate ? "font-medium text-lost" : "text-muted"}>{text}</p>
      {followedUpById === null ? null : (
        <TextLink href={`/conversations/${followedUpById}`} className={link}>
          Followed up
        </TextLink>
      )}
      {mayCorrect && followedUpById === null ? (
        <TickFollowUp
          conversationId={id}
          version={version}
          label={`${customer}, ${text}`}
          isDone={isTicked}
          refreshes={refreshes}
        />
      ) : null}
      {mayCorrect || !isTicked ? null : <p className="text-won">Done</p>}
      {isDone ? null : (
        <TextLink href={pageAddress("/log", { "follows-up": String(id) })} className={link}>
          Log the follow-up
        </TextLink>
      )}
    </div>
  );
}
