import { asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { insertAuditEntry, type LabelAct } from "@/db/queries/audit-log";
import { byName } from "@/db/queries/by-name";
import { type LabelKind, labelTables } from "@/db/queries/labels";
import { getLastChange } from "@/db/queries/last-change";
import type { channels } from "@/db/schema";
import type { Acting } from "@/lib/acting";
import { changedFields } from "@/lib/changed-fields";
import { keepImportsOut } from "@/lib/import/import-lock";
import { asAdmin } from "@/lib/members/as-admin";
import { nameKey } from "@/lib/pipeline/name-key";
import { RuleError } from "@/lib/rule-error";
import { whoHas } from "@/lib/who-has";

export type LabelChange = Acting & { kind: LabelKind };

/** Which channel or topic, in the version that was seen. */
export type SeenLabel = { labelId: number; version: number };

type StoredLabel = typeof channels.$inferSelect;

/** What a conversation and a member are set to that carry a channel or topic, or have it as their usual one. */
export const labelFields = {
  channel: (id: number | null) => ({ conversation: { channelId: id }, member: { defaultChannelId: id } }),
  topic: (id: number | null) => ({ conversation: { topicId: id }, member: { defaultTopicId: id } }),
};

/** What a change says of itself in the audit log. */
type LabelNote = { labelId?: number; before?: unknown; after?: unknown };

/**
 * Changes the channels or the topics in one transaction, one such change after the other and none while an import
 * runs: `change` is given all of them in order and says what the audit log keeps; undefined: all is as it was. Others
 * go on logging, but for what `change` locks (`lockLabel`).
 *
 * @throws RuleError the actor is no admin (any more), an import runs, or whatever `change` refuses.
 */
export async function changeLabels(
  db: Database,
  { actor, kind, act }: LabelChange & { act: LabelAct },
  change: (list: StoredLabel[], tx: Database) => Promise<LabelNote | undefined>,
): Promise<void> {
  await asAdmin(db, actor, async (tx) => {
    await keepImportsOut(tx);
    const { table } = labelTables[kind];
    const list = await tx
      .select()
      .from(table)
      .orderBy(asc(table.position), byName(table.name), asc(table.id));
    const note = await change(list, tx);
    if (!note) return;
    const { labelId, ...kept } = note;
    await insertAuditEntry(tx, {
      memberId: actor.id,
      act: `${act} ${kind}`,
      subject: kind,
      subjectId: labelId === undefined ? undefined : String(labelId),
      ...kept,
    });
  });
}

/** The one that was seen, in that version. @throws RuleError it was changed since; tells by whom. */
export async function seenLabel(
  tx: Database,
  list: readonly StoredLabel[],
  { labelId, version, kind, actor }: LabelChange & SeenLabel,
): Promise<StoredLabel> {
  const label = list.find(({ id }) => id === labelId);
  if (label?.version === version) return label;
  const who = whoHas(await getLastChange(tx, kind, labelId), actor);
  throw new RuleError(`${who} changed this ${kind} meanwhile. Look at it as it is now, and try again.`);
}

/** @throws RuleError another one has that name; archived and merged ones keep theirs. */
export function refuseTakenName(
  list: readonly StoredLabel[],
  kind: LabelKind,
  name: string,
  own?: StoredLabel,
): void {
  const taken = list.find((label) => label !== own && label.nameKey === nameKey(name));
  if (!taken) return;
  const into = list.find(({ id }) => id === taken.mergedIntoId);
  if (into) throw new RuleError(`“${taken.name}” was merged into “${into.name}”. Choose another name.`);
  throw new RuleError(
    taken.archivedAt
      ? `There is an archived ${kind} “${taken.name}” already: restore it, or choose another name.`
      : `There is a ${kind} “${taken.name}” already.`,
  );
}

/** Writes what changes of one of them, as its next version. @returns whether anything does. */
export async function saveLabel(
  tx: Database,
  kind: LabelKind,
  label: StoredLabel,
  changed: Partial<Pick<StoredLabel, "name" | "nameKey" | "archivedAt" | "mergedIntoId">>,
): Promise<boolean> {
  if (changedFields(label, changed).length === 0) return false;
  const { table } = labelTables[kind];
  await tx
    .update(table)
    .set({ ...changed, version: label.version + 1 })
    .where(eq(table.id, label.id));
  return true;
}
