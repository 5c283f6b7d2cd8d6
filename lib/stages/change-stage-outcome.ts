import type { Database } from "@/db/client";
import type { Outcome } from "@/lib/pipeline/outcome";
import { type Confirming, changeStages, type SeenStage, seenStage } from "./change-stages";

/**
 * Changes what a stage says of a deal. That changes history: see preview-stage-change.ts for what it moves.
 *
 * @throws RuleError it was changed since `version`, any since the what-if; it is the last one of its outcome; no admin.
 */
export async function changeStageOutcome(
  db: Database,
  { stageId, version, outcome, ...who }: Confirming & SeenStage & { outcome: Outcome },
): Promise<void> {
  await changeStages(db, { ...who, act: "change stage outcome" }, (list) => {
    const seen = seenStage(list, stageId, version);
    return list.map((stage) => (stage === seen ? { ...stage, outcome } : stage));
  });
}
