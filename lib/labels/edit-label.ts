import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { isLabelUsed, labelTables, lockLabel } from "@/db/queries/labels";
import { members } from "@/db/schema";
import { checkedName } from "@/lib/checked-name";
import { nameKey } from "@/lib/pipeline/name-key";
import { RuleError } from "@/lib/rule-error";
import {
  changeLabels,
  type LabelChange,
  labelFields,
  refuseTakenName,
  type SeenLabel,
  saveLabel,
  seenLabel,
} from "./change-labels";

/** Adds a channel or topic behind the last one. @throws RuleError the name is taken, empty or too long; no admin. */
export async function addLabel(
  db: Database,
  { name, ...who }: LabelChange & { name: string },
): Promise<void> {
  const checked = checkedName(name, who.kind);
  await changeLabels(db, { ...who, act: "add" }, async (list, tx) => {
    refuseTakenName(list, who.kind, checked);
    const position = Math.max(0, ...list.map((label) => label.position)) + 1;
    const [added] = await tx
      .insert(labelTables[who.kind].table)
      .values({ name: checked, nameKey: nameKey(checked), position })
      .returning();
    return { labelId: added?.id, after: { name: checked } };
  });
}

/** Gives a channel or topic another name. @throws RuleError as adding; it was changed since `version`. */
export async function renameLabel(
  db: Database,
  { name, labelId, version, ...who }: LabelChange & SeenLabel & { name: string },
): Promise<void> {
  const checked = checkedName(name, who.kind);
  await changeLabels(db, { ...who, act: "rename" }, async (list, tx) => {
    const label = await seenLabel(tx, list, { ...who, labelId, version });
    refuseTakenName(list, who.kind, checked, label);
    const isSaved = await saveLabel(tx, who.kind, label, { name: checked, nameKey: nameKey(checked) });
    return isSaved ? { labelId, before: { name: label.name }, after: { name: checked } } : undefined;
  });
}

/**
 * Takes a channel or topic out of the lists one chooses from; what was said stays. Who usually had it has none.
 *
 * @throws RuleError it was changed since `version`; no admin.
 */
export async function archiveLabel(
  db: Database,
  { labelId, version, ...who }: LabelChange & SeenLabel,
): Promise<void> {
  await changeLabels(db, { ...who, act: "archive" }, async (list, tx) => {
    const label = await seenLabel(tx, list, { ...who, labelId, version });
    const isSaved = await saveLabel(tx, who.kind, label, { archivedAt: label.archivedAt ?? who.now });
    return isSaved ? { labelId, before: { name: label.name } } : undefined;
  });
}

/** Takes an archived one back; one that was merged begins empty. @throws RuleError as archiving. */
export async function restoreLabel(
  db: Database,
  { labelId, version, ...who }: LabelChange & SeenLabel,
): Promise<void> {
  await changeLabels(db, { ...who, act: "restore" }, async (list, tx) => {
    const label = await seenLabel(tx, list, { ...who, labelId, version });
    const isSaved = await saveLabel(tx, who.kind, label, { archivedAt: null, mergedIntoId: null });
    return isSaved ? { labelId, after: { name: label.name } } : undefined;
  });
}

/**
 * Drops a channel or topic that no conversation, in no version, ever carried; whose usual one it was has none.
 *
 * @throws RuleError it was used; as archiving.
 */
export async function dropLabel(
  db: Database,
  { labelId, version, ...who }: LabelChange & SeenLabel,
): Promise<void> {
  const { table, usual } = labelTables[who.kind];
  await changeLabels(db, { ...who, act: "drop" }, async (list, tx) => {
    const { name } = await seenLabel(tx, list, { ...who, labelId, version });
    await lockLabel(tx, who.kind, labelId);
    if (await isLabelUsed(tx, who.kind, labelId))
      throw new RuleError(`“${name}” is in use: conversations carry it. Archive it instead.`);
    await tx.update(table).set({ mergedIntoId: null }).where(eq(table.mergedIntoId, labelId));
    await tx.update(members).set(labelFields[who.kind](null).member).where(eq(usual, labelId));
    await tx.delete(table).where(eq(table.id, labelId));
    return { labelId, before: { name } };
  });
}

/**
 * Puts the channels or topics, archived ones included, into the wanted order of ids.
 *
 * @param seen the order in which they were seen.
 * @throws RuleError another order by now; `wanted` is none of the same ones; no admin.
 */
export async function orderLabels(
  db: Database,
  { seen, wanted, ...who }: LabelChange & { seen: readonly number[]; wanted: readonly number[] },
): Promise<void> {
  const { table } = labelTables[who.kind];
  await changeLabels(db, { ...who, act: "order" }, async (list, tx) => {
    if (list.length !== seen.length || list.some(({ id }, index) => id !== seen[index]))
      throw new RuleError(`Somebody has changed the ${who.kind}s meanwhile. Look at them as they are now.`);
    const ordered = wanted.map((id) => list.find((label) => label.id === id));
    if (wanted.length !== list.length || new Set(ordered).size !== list.length || ordered.includes(undefined))
      throw new RuleError(`This is not an order of the ${who.kind}s.`);
    if (wanted.every((id, index) => id === seen[index])) return undefined;
    for (const [index, id] of wanted.entries())
      await tx
        .update(table)
        .set({ position: index + 1 })
        .where(eq(table.id, id));
    const inUse = (labels: typeof ordered) =>
      labels.flatMap((label) => (label && !label.archivedAt ? [label.name] : []));
    return { before: inUse(list), after: inUse(ordered) };
  });
}
