"use client";

import { PreviewForm } from "@/components/preview-form";
import { undoDealActAction } from "@/lib/actions/deals";

/** Takes an act on a deal back once one has seen what that changes. */
export function UndoDealActForm({ actId }: { actId: number }) {
  return <PreviewForm title="Undo" action={undoDealActAction} hidden={{ actId }} confirm="Take it back" />;
}
