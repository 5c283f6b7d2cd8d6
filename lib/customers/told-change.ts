import type { Database } from "@/db/client";
import { getLastChangeSince, type SeenRecord } from "@/db/queries/last-change";
import type { Actor } from "@/lib/pipeline/permissions";
import { RuleError } from "@/lib/rule-error";
import { whoHas } from "@/lib/who-has";

const verbs: Record<string, string> = {
  "add contact": "added",
  "edit customer": "changed",
  "edit contact": "changed",
  "archive customer": "archived",
  "archive contact": "archived",
  "restore customer": "restored",
  "restore contact": "restored",
  "merge customers": "merged",
};

/**
 * Runs a change of a record somebody saw. When it is refused because the record was changed since, says by
 * whom and what: "Ben has archived this customer meanwhile."
 *
 * @returns the sentence; undefined: the change was made. @throws whatever else refuses it.
 */
export async function toldChange(
  db: Database,
  seen: SeenRecord,
  actor: Actor,
  change: () => Promise<void>,
): Promise<string | undefined> {
  try {
    await change();
    return undefined;
  } catch (error) {
    if (!(error instanceof RuleError) || error.isGone) throw error;
    const last = await getLastChangeSince(db, seen);
    if (!last) throw error;
    return `${whoHas(last, actor)} ${verbs[last.act] ?? "changed"} this ${seen.subject} meanwhile.`;
  }
}
