import type { LabelKind } from "@/db/queries/labels";

/** Where one channel or topic is edited. */
export function labelAddress(kind: LabelKind, id: number): string {
  return `/settings/${kind}s/${id}`;
}
