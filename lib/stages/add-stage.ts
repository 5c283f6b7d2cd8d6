import type { Database } from "@/db/client";
import type { Acting } from "@/lib/acting";
import { placeOfNewStage } from "@/lib/pipeline/stage-list";
import { changeStages, type WantedStage } from "./change-stages";

/** What a person says of a stage. */
export type StageContent = Pick<WantedStage, "name" | "color" | "guide" | "quietAfterDays">;

/** Adds a stage behind the last one of its outcome. @throws RuleError the name is taken; no admin. */
export async function addStage(
  db: Database,
  { content, outcome, ...who }: Acting & { content: StageContent; outcome: WantedStage["outcome"] },
): Promise<void> {
  await changeStages(db, { ...who, act: "add stage" }, (list) => {
    const place = placeOfNewStage(
      list.map(({ archivedAt, ...stage }) => ({ ...stage, isArchived: archivedAt !== null })),
      outcome,
    );
    const added = { ...content, outcome, archivedAt: null, mergedIntoId: null, version: 1 };
    return [...list.slice(0, place), added, ...list.slice(place)];
  });
}
