import type { ConversationView } from "@/components/conversations/conversation-view";
import { TextLink } from "@/components/text-link";

/** The conversation a new one follows up on, in short. */
export function EarlierConversation({ conversation }: { conversation: ConversationView }) {
  const { id, when, heldBy, note, stage, facts } = conversation;
  return (
    <aside aria-label="Follows up on" className="border-accent border-l-2 pl-3">
      <p className="text-muted">
        Follows up on{" "}
        <TextLink href={`/conversations/${id}`} className="font-medium text-accent">
          {when}
        </TextLink>
        {`, ${[heldBy, stage?.name, facts].filter(Boolean).join(" · ")}`}
      </p>
      {note ? <p className="line-clamp-3 whitespace-pre-line">{note}</p> : null}
    </aside>
  );
}
