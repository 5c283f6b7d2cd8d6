import type { Database } from "@/db/client";
import type { Acting } from "@/lib/acting";
import type { StageContent } from "./add-stage";
import { changeStages, type SeenStage, seenStage } from "./change-stages";

/**
 * Renames, describes, recolours a stage or sets its quiet-after days: nothing that changes a figure's rule.
 *
 * @throws RuleError it was changed since `version`; the name is taken; no admin.
 */
export async function editStage(
  db: Database,
  { stageId, version, content, ...who }: Acting & SeenStage & { content: StageContent },
): Promise<void> {
  await changeStages(db, { ...who, act: "edit stage" }, (list) => {
    const seen = seenStage(list, stageId, version);
    return list.map((stage) => (stage === seen ? { ...stage, ...content } : stage));
  });
}
