import { ButtonLink } from "@/components/button-link";
import { deleteConversationAction, undoChangeAction } from "@/lib/actions/conversations";
import type { HistoryLine } from "@/lib/log/version-history";
import { pageAddress } from "@/lib/page-address";
import { logProblems } from "@/lib/wording/log-problems";
import { ChangeForm } from "./change-form";
import type { ConversationView } from "./conversation-view";

type ConversationActionsProps = {
  conversation: ConversationView;
  isDeleted: boolean;
  /** What saved the newest version. */
  lastAct: HistoryLine["act"];
  mayLog: boolean;
};

/**
 * What one may do about a conversation. A deleted one can only be brought back, where that is said. Undo comes with the
 * first change, so it stands last: nothing one is about to press moves.
 */
export function ConversationActions({ conversation, isDeleted, lastAct, mayLog }: ConversationActionsProps) {
  const { id, version, mayCorrect } = conversation;
  if (isDeleted || !mayLog) return null;
  const change = { id, version, back: "conversation" } as const;
  return (
    <div className="flex flex-wrap gap-2">
      <ButtonLink href={pageAddress("/log", { "follows-up": String(id) })} variant="primary">
        Follow up on this
      </ButtonLink>
      {mayCorrect ? (
        <>
          <ButtonLink href={pageAddress(`/conversations/${id}/correct`)}>Correct</ButtonLink>
          {conversation.stage ? (
            <ButtonLink href={pageAddress(`/conversations/${id}/move`)}>Move to another deal</ButtonLink>
          ) : null}
          <ChangeForm action={deleteConversationAction} {...change} variant="danger">
            Delete
          </ChangeForm>
          {lastAct === "logged" || lastAct === "imported" ? null : (
            <ChangeForm action={undoChangeAction} {...change}>
              Undo the last change
            </ChangeForm>
          )}
        </>
      ) : (
        <p className="self-center text-muted">{logProblems.mayNotChange}</p>
      )}
    </div>
  );
}
