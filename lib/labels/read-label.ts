import { cache } from "react";
import type { Database } from "@/db/client";
import { countLabelUse, isLabelUsed, type LabelKind, listLabels } from "@/db/queries/labels";

/** A channel or topic to edit, with all of its kind, read once for a title and its page; undefined: there is none of that id. */
export const readLabel = cache(async (db: Database, kind: LabelKind, id: number | undefined) => {
  const all = await listLabels(db, kind);
  const label = all.find((each) => each.id === id);
  return label && { kind, label, all, isUsed: await isLabelUsed(db, kind, label.id) };
});

/** What merging a channel or topic into another would move; undefined: they are not two of that kind. */
export async function readLabelMerge(
  db: Database,
  kind: LabelKind,
  ids: { id: number | undefined; intoId: number | undefined },
) {
  const { label, all } = (await readLabel(db, kind, ids.id)) ?? {};
  const into = all?.find(({ id }) => id === ids.intoId);
  if (!label || !into || label === into) return undefined;
  return { kind, label, into, use: await countLabelUse(db, kind, label.id) };
}
