"use client";

import { PreviewForm } from "@/components/preview-form";
import { undoMergeAction } from "@/lib/actions/customer-merges";

/** Takes a merge back once one has seen what that changes. */
export function UndoMergeForm({ mergeId }: { mergeId: number }) {
  return <PreviewForm action={undoMergeAction} hidden={{ mergeId }} confirm="Undo the merge" />;
}
