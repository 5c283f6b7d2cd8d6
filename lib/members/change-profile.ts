import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { holdLabel, type LabelKind } from "@/db/queries/labels";
import { listChannels, listTopics } from "@/db/queries/log-choices";
import { getProfile, type ProfileValues, updateProfile } from "@/db/queries/profiles";
import { nameKey } from "@/lib/pipeline/name-key";
import { RuleError } from "@/lib/rule-error";
import { memberName } from "./member-name";

// How the app looks and answers keys is nobody else's business, and of no record.
const told = [
  { act: "change name", fields: ["name"] },
  { act: "change defaults", fields: ["defaultChannelId", "defaultTopicId"] },
] as const;

async function tellChanges(tx: Database, memberId: number, before: ProfileValues, after: ProfileValues) {
  for (const { act, fields } of told) {
    const changed = fields.filter((field) => before[field] !== after[field]);
    if (changed.length === 0) continue;
    const only = (of: ProfileValues) => Object.fromEntries(changed.map((field) => [field, of[field]]));
    await insertAuditEntry(tx, {
      ...{ memberId, act, subject: "member", subjectId: String(memberId) },
      ...{ before: only(before), after: only(after) },
    });
  }
}

const defaults = {
  channel: { listOffered: listChannels, what: "way to hold a conversation" },
  topic: { listOffered: listTopics, what: "topic" },
} as const;

/** The default by now: one that is merged in this very moment is the other, as it is for conversations. */
async function defaultByNow(tx: Database, kind: LabelKind, chosen: number | null): Promise<number | null> {
  if (chosen === null) return null;
  const { listOffered, what } = defaults[kind];
  const id = await holdLabel(tx, kind, chosen);
  const offered = await listOffered(tx);
  if (id === undefined || !offered.some((label) => label.id === id))
    throw new RuleError(`The ${what} you chose is no longer there. Choose another one.`);
  return id;
}

/**
 * Changes one's own name, how the app looks and answers keys, and what a new conversation starts with. A new name
 * and what conversations start with stand in the audit log.
 *
 * @throws RuleError the name is missing or too long; a default is no longer there; it was changed meanwhile.
 */
export async function changeProfile(
  db: Database,
  { memberId, version, ...given }: ProfileValues & { memberId: number; version: number },
): Promise<void> {
  const name = memberName(given.name, "Enter your name.");
  await db.transaction(async (tx) => {
    const defaultChannelId = await defaultByNow(tx, "channel", given.defaultChannelId);
    const defaultTopicId = await defaultByNow(tx, "topic", given.defaultTopicId);
    const values = { ...given, name, defaultChannelId, defaultTopicId };
    const before = await getProfile(tx, memberId);
    const isChanged = await updateProfile(
      tx,
      { memberId, version },
      { ...values, nameKey: nameKey(values.name) },
    );
    if (!before || !isChanged)
      throw new RuleError(
        "Your profile was changed elsewhere meanwhile. Save again to keep what stands here.",
      );
    await tellChanges(tx, memberId, before, values);
  });
}
