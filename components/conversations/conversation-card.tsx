import { NoteText } from "@/components/note-text";
import { StageMark } from "@/components/stage-mark";
import { TextLink } from "@/components/text-link";
import { inOneLine } from "@/lib/wording/in-one-line";
import type { ConversationView } from "./conversation-view";
import { FollowUpState } from "./follow-up-state";

type ConversationCardProps = {
  /** From conversationView(). */
  conversation: ConversationView;
  /** Said with the follow-up's tick for those who do not see where it stands. */
  customer: string;
};

/** One conversation of a timeline: what was said, where it stands, what was promised. Its date leads to all of it. */
export function ConversationCard({ conversation, customer }: ConversationCardProps) {
  const { id, when, heldBy, facts, note, stage, deal, amount, isCorrected } = conversation;
  return (
    <article className="flex flex-col gap-1.5 rounded-box border border-border bg-surface p-4">
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <TextLink href={`/conversations/${id}`} className="figures font-medium text-accent">
          {when}
        </TextLink>
        <p className="text-muted">
          {heldBy}
          {isCorrected ? <span className="text-label"> · corrected</span> : null}
        </p>
        {stage || amount ? (
          <div className="flex min-w-0 flex-wrap gap-x-3 gap-y-0.5 max-sm:basis-full sm:ml-auto">
            {stage ? (
              <p className="flex min-w-0 items-center gap-1.5 font-medium">
                <StageMark stage={stage} />
                <span className="min-w-0">{stage.name}</span>
              </p>
            ) : null}
            {amount ? <p className="figures ml-auto font-semibold">{amount}</p> : null}
          </div>
        ) : null}
      </header>
      {facts || deal ? <p className="text-muted">{inOneLine([deal && `Deal ${deal}`, facts])}</p> : null}
      <NoteText note={note} />
      <FollowUpState conversation={conversation} customer={customer} />
    </article>
  );
}
