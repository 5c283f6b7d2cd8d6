import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { keepVersions } from "@/db/queries/conversations";
import { labelTables, lockLabel, lockLabelled } from "@/db/queries/labels";
import { getLastChange } from "@/db/queries/last-change";
import { conversations, members } from "@/db/schema";
import { RuleError } from "@/lib/rule-error";
import { whoHas } from "@/lib/who-has";
import {
  changeLabels,
  type LabelChange,
  labelFields,
  type SeenLabel,
  saveLabel,
  seenLabel,
} from "./change-labels";

/**
 * Merges a channel or topic into another: its conversations, deleted ones too, become the other's with a version
 * each, members whose usual one it was have the other, and it is archived. No figure depends on either.
 *
 * @throws RuleError it was changed since `version`, the other since `intoVersion`; the other is gone, archived or the
 * same; no admin.
 */
export async function mergeLabel(
  db: Database,
  {
    labelId,
    version,
    intoId,
    intoVersion,
    ...who
  }: LabelChange & SeenLabel & { intoId: number; intoVersion: number },
): Promise<void> {
  const { kind } = who;
  const { table, said, usual } = labelTables[kind];
  await changeLabels(db, { ...who, act: "merge" }, async (list, tx) => {
    const label = await seenLabel(tx, list, { ...who, labelId, version });
    const into = list.find(({ id }) => id === intoId);
    if (!into) throw new RuleError(`The ${kind} to merge into is no longer there. Choose another one.`);
    if (into === label) throw new RuleError(`A ${kind} cannot be merged into itself. Choose another one.`);
    if (into.archivedAt)
      throw new RuleError(`“${into.name}” is archived. Restore it first, or choose another ${kind}.`);
    if (into.version !== intoVersion) {
      const changer = whoHas(await getLastChange(tx, kind, intoId), who.actor);
      throw new RuleError(`${changer} changed “${into.name}” meanwhile. This is what it would do now.`);
    }
    const set = labelFields[kind](intoId);
    await lockLabel(tx, kind, labelId);
    const ids = await lockLabelled(tx, kind, labelId);
    await tx
      .update(conversations)
      .set({ ...set.conversation, version: sql`${conversations.version} + 1` })
      .where(eq(said, labelId));
    await keepVersions(tx, ids, { act: "merged", savedById: who.actor.id, savedAt: who.now });
    await tx.update(members).set(set.member).where(eq(usual, labelId));
    await tx.update(table).set({ mergedIntoId: intoId }).where(eq(table.mergedIntoId, labelId));
    await saveLabel(tx, kind, label, { archivedAt: label.archivedAt ?? who.now, mergedIntoId: intoId });
    return {
      labelId,
      before: { name: label.name },
      after: { mergedIntoId: intoId, conversationsMoved: ids.length },
    };
  });
}
