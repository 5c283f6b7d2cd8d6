import type { ConversationView } from "@/components/conversations/conversation-view";
import { NoteText } from "@/components/note-text";
import { TextLink } from "@/components/text-link";
import { inOneLine } from "@/lib/wording/in-one-line";

/** The conversation a new one follows up on, in short. */
export function EarlierConversation({ conversation }: { conversation: ConversationView }) {
  const { id, when, heldBy, note, stage, facts } = conversation;
  return (
    <aside aria-label="Follows up on" className="border-accent border-l-2 pl-3">
      <p className="text-muted">
        Follows up on <TextLink href={`/conversations/${id}`}>{when}</TextLink>
        {`, ${inOneLine([heldBy, stage?.name, facts])}`}
      </p>
      <NoteText note={note} className="line-clamp-3" />
    </aside>
  );
}
