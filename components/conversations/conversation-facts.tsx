import { NoteText } from "@/components/note-text";
import { StageMark } from "@/components/stage-mark";
import { Card } from "@/components/tremor/card";
import type { SaidInWords } from "@/lib/log/said-in-words";
import { pageAddress } from "@/lib/page-address";
import type { ConversationView } from "./conversation-view";
import { FactList, listedFacts } from "./fact-list";
import { FollowUpState } from "./follow-up-state";

type ConversationFactsProps = {
  conversation: ConversationView;
  customer: string;
  dealId: number | null;
  said: SaidInWords;
  /** Who recorded or imported it, and when. */
  recorded: string;
};

/** Everything that was said in one conversation, and what became of its follow-up. */
export function ConversationFacts(props: ConversationFactsProps) {
  const { conversation, customer, dealId, said, recorded } = props;
  const { stage, note } = conversation;
  return (
    <Card className="flex flex-col gap-4 sm:p-5">
      {stage ? (
        <p className="flex items-center gap-2 font-semibold text-title">
          <StageMark stage={stage} />
          {stage.name}
        </p>
      ) : (
        <p className="text-muted">No stage: it is not about a sale.</p>
      )}
      <NoteText note={note} className="max-w-prose" />
      <FollowUpState conversation={conversation} customer={customer} />
      <FactList
        facts={listedFacts}
        said={said}
        links={dealId === null ? {} : { Deal: pageAddress(`/deals/${dealId}`) }}
      />
      <p className="text-label text-muted">{recorded}</p>
    </Card>
  );
}
