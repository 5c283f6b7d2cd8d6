import { TextLink } from "@/components/text-link";
import { pageAddress } from "@/lib/page-address";
import type { ConversationView } from "./conversation-view";
import { TickFollowUp } from "./tick-follow-up";

type FollowUpStateProps = { conversation: ConversationView; customer: string };

/**
 * What became of the follow-up that was promised: its date, the tick, and the conversation that followed. Where it
 * can be ticked, its words have a line of their own and the link keeps its place, so that nothing around the tick moves.
 */
export function FollowUpState({ conversation, customer }: FollowUpStateProps) {
  const { id, version, followUp, mayCorrect } = conversation;
  if (!followUp) return null;
  const { text, isLate, isTicked, followedUpById } = followUp;
  const canBeTicked = mayCorrect && followedUpById === null;
  const isDone = isTicked || followedUpById !== null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <p className={`${isLate ? "font-medium text-lost" : "text-muted"} ${canBeTicked ? "basis-full" : ""}`}>
        {text}
      </p>
      {followedUpById === null ? null : (
        <TextLink href={`/conversations/${followedUpById}`}>Followed up</TextLink>
      )}
      {canBeTicked ? (
        <TickFollowUp
          conversationId={id}
          version={version}
          label={`${customer}, ${text}`}
          isDone={isTicked}
          refreshes
        />
      ) : null}
      {mayCorrect || !isTicked ? null : <p className="text-won">Done</p>}
      {isDone && !canBeTicked ? null : (
        <TextLink
          href={pageAddress("/log", { "follows-up": String(id) })}
          className={isDone ? "invisible font-medium" : undefined}
        >
          Log the follow-up
        </TextLink>
      )}
    </div>
  );
}
