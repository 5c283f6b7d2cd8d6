import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { isStageUsed } from "@/db/queries/stages";
import { stages } from "@/db/schema";
import type { Acting } from "@/lib/acting";
import { RuleError } from "@/lib/rule-error";
import { type Confirming, changeStages, type SeenStage, seenStage } from "./change-stages";

/**
 * Archives a stage: it keeps its history and its figures, and takes nothing new.
 *
 * @throws RuleError a stage changed since the what-if; as editStage.
 */
export async function archiveStage(
  db: Database,
  { stageId, version, ...who }: Confirming & SeenStage,
): Promise<void> {
  await changeStages(db, { ...who, act: "archive stage" }, (list) => {
    const seen = seenStage(list, stageId, version);
    return list.map((stage) => (stage === seen ? { ...stage, archivedAt: who.now } : stage));
  });
}

/** Takes an archived stage back into use, at its place; one that was merged begins empty. @throws RuleError as editStage. */
export async function restoreStage(
  db: Database,
  { stageId, version, ...who }: Acting & SeenStage,
): Promise<void> {
  await changeStages(db, { ...who, act: "restore stage" }, (list) => {
    const seen = seenStage(list, stageId, version);
    return list.map((stage) => (stage === seen ? { ...stage, archivedAt: null, mergedIntoId: null } : stage));
  });
}

async function isUsed(db: Database, stageId: number): Promise<boolean> {
  return (await db.$count(stages, and(eq(stages.id, stageId), isStageUsed))) > 0;
}

/** Drops a stage that no conversation, in no version, was ever at. @throws RuleError it was used; as editStage. */
export async function dropStage(
  db: Database,
  { stageId, version, ...who }: Acting & SeenStage,
): Promise<void> {
  await changeStages(db, { ...who, act: "drop stage" }, async (list, { tx }) => {
    const seen = seenStage(list, stageId, version);
    if (await isUsed(tx, stageId))
      throw new RuleError(`“${seen.name}” is in use: conversations stand at it. Archive it instead.`);
    await tx.update(stages).set({ mergedIntoId: null }).where(eq(stages.mergedIntoId, stageId));
    return list.filter((stage) => stage !== seen);
  });
}
