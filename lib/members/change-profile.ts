import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
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

async function checkDefaults(tx: Database, { defaultChannelId, defaultTopicId }: ProfileValues) {
  for (const [chosen, offered, what] of [
    [defaultChannelId, await listChannels(tx), "way to hold a conversation"],
    [defaultTopicId, await listTopics(tx), "topic"],
  ] as const)
    if (chosen !== null && !offered.some(({ id }) => id === chosen))
      throw new RuleError(`The ${what} you chose is no longer there. Choose another one.`);
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
  const values = { ...given, name: memberName(given.name, "Enter your name.") };
  await db.transaction(async (tx) => {
    const before = await getProfile(tx, memberId);
    await checkDefaults(tx, values);
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
