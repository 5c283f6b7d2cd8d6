import { Notice } from "@/components/notice";
import { undoChangeAction } from "@/lib/actions/conversations";
import type { HistoryLine } from "@/lib/log/version-history";
import { ChangeForm } from "./change-form";

type SavedNoticeProps = {
  id: number;
  version: number;
  /** What saved that version, and who. */
  act: HistoryLine["act"];
  savedBy: string;
  isDeleted: boolean;
  /** It was saved just now by the one who sees this. */
  isJustSaved: boolean;
  mayCorrect: boolean;
};

/** Says that a conversation is deleted, or what was just done to it, and offers to take that back. */
export function SavedNotice(props: SavedNoticeProps) {
  const { id, version, act, savedBy, isDeleted, isJustSaved, mayCorrect } = props;
  if (!isDeleted && !isJustSaved) return null;
  const sentence = isDeleted
    ? isJustSaved
      ? "Deleted. This conversation is out of every figure."
      : `${savedBy} has deleted this conversation. It is out of every figure.`
    : act === "undone"
      ? "Taken back. It is as it was before."
      : "Corrected. Every figure follows.";
  return (
    <Notice kind={isJustSaved ? "done" : "info"}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p>{sentence}</p>
        {mayCorrect ? (
          <ChangeForm action={undoChangeAction} id={id} version={version} back="conversation">
            Undo
          </ChangeForm>
        ) : null}
      </div>
    </Notice>
  );
}
