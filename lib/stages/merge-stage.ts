import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { keepVersions } from "@/db/queries/conversations";
import { listDealsThatTouched } from "@/db/queries/deal-log";
import { conversations } from "@/db/schema";
import { RuleError } from "@/lib/rule-error";
import { type ChangeWork, type Confirming, changeStages, type SeenStage, seenStage } from "./change-stages";

type Merge = Confirming & SeenStage & { intoId: number };

async function moveConversations({ tx, touched, told }: ChangeWork, { stageId, intoId, actor, now }: Merge) {
  for (const dealId of await listDealsThatTouched(tx, stageId)) touched.add(dealId);
  const moved = await tx
    .update(conversations)
    .set({ stageId: intoId, version: sql`${conversations.version} + 1` })
    .where(eq(conversations.stageId, stageId))
    .returning({ id: conversations.id });
  const ids = moved.map(({ id }) => id);
  await keepVersions(tx, ids, { act: "merged", savedById: actor.id, savedAt: now });
  told.conversationsMoved = ids.length;
}

/**
 * Merges a stage into another: its conversations, deleted ones too, become the other's with a version each, the
 * deals that ever touched it are derived anew, and it is archived. The other one stays as it is described.
 *
 * @throws RuleError it was changed since `version`, any since the what-if; the other is gone, archived or the same; it
 * is the last one of its outcome; no admin.
 */
export async function mergeStage(db: Database, merge: Merge): Promise<void> {
  const { stageId, version, intoId, ...who } = merge;
  await changeStages(db, { ...who, act: "merge stage" }, async (list, work) => {
    const seen = seenStage(list, stageId, version);
    const into = list.find(({ id }) => id === intoId);
    if (!into)
      throw new RuleError("The stage to merge into is no longer there. Choose another one.", {
        isGone: true,
      });
    if (into === seen) throw new RuleError("A stage cannot be merged into itself. Choose another one.");
    if (into.archivedAt)
      throw new RuleError(`The stage “${into.name}” is archived. Restore it first, or choose another one.`);
    await moveConversations(work, merge);
    return list.map((stage) => {
      if (stage === seen) return { ...stage, archivedAt: stage.archivedAt ?? who.now, mergedIntoId: intoId };
      return stage.mergedIntoId === stageId ? { ...stage, mergedIntoId: intoId } : stage;
    });
  });
}
