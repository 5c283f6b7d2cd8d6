"use server";

import { z } from "zod";
import { db } from "@/db/client";
import { getStageSetting } from "@/db/queries/stage-settings";
import { nameField } from "@/lib/name-field";
import { longest } from "@/lib/pipeline/longest";
import { outcomes } from "@/lib/pipeline/outcome";
import type { Actor } from "@/lib/pipeline/permissions";
import { RuleError } from "@/lib/rule-error";
import { addStage } from "@/lib/stages/add-stage";
import { archiveStage, dropStage, restoreStage } from "@/lib/stages/archive-stage";
import { changeStageOutcome } from "@/lib/stages/change-stage-outcome";
import type { SeenStage } from "@/lib/stages/change-stages";
import { editStage } from "@/lib/stages/edit-stage";
import { explainOrderChange, explainStageChange } from "@/lib/stages/explain-stage-change";
import { mergeStage } from "@/lib/stages/merge-stage";
import { orderStages } from "@/lib/stages/order-stages";
import { memberAction } from "./member-action";
import { foreseenField, idField, idListField, versionField } from "./number-fields";
import { showPage } from "./show-page";

const seen = { stageId: idField, version: versionField };
const outcome = z.enum(outcomes, "Choose what the stage says of a deal: open, won or lost.");
const longestQuiet = 3650;
const noDays = `Enter a whole number of days from 1 to ${longestQuiet}, or leave it empty.`;

const content = {
  name: nameField(
    "Enter a name.",
    longest.stageName,
    `A stage's name has at most ${longest.stageName} characters.`,
  ),
  guide: z
    .string()
    .trim()
    .max(longest.stageGuide, `Keep the guide to ${longest.stageGuide} characters.`)
    .default(""),
  quietAfterDays: z
    .string()
    .trim()
    .refine((text) => text === "" || (/^\d{1,4}$/.test(text) && +text >= 1 && +text <= longestQuiet), noDays)
    .transform((text) => (text === "" ? null : Number(text)))
    .default(null),
  color: z
    .string()
    .trim()
    .toLowerCase()
    .refine((text) => text === "" || /^#[0-9a-f]{6}$/.test(text), "Choose one of the colours.")
    .transform((text) => text || null)
    .default(null),
};

/**
 * Says to the second of two who change one stage what the first has changed.
 *
 * @throws RuleError that it was dropped, which leaves the page as it is.
 */
async function tellingWhatChanged(
  actor: Actor,
  stage: SeenStage,
  way: "save" | "press",
  change: () => Promise<void>,
): Promise<void> {
  try {
    await change();
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const explained = await explainStageChange(db, actor, stage, way);
    if (!explained) throw error;
    const isGone = (await getStageSetting(db, stage.stageId)) === undefined;
    throw new RuleError(explained, { isGone });
  }
}

/** Adds a stage behind the last one of its outcome. */
export const addStageAction = memberAction(
  z.object({ ...content, outcome }),
  async ({ outcome, ...content }, { member }) => {
    await addStage(db, { actor: member, now: new Date(), outcome, content });
    return showPage("/settings/pipeline");
  },
  "admin",
);

/** Renames, describes or recolours a stage, or sets its quiet-after days. */
export const editStageAction = memberAction(
  z.object({ ...seen, ...content }),
  async ({ stageId, version, ...content }, { member }) => {
    const stage = { stageId, version };
    await tellingWhatChanged(member, stage, "save", () =>
      editStage(db, { actor: member, now: new Date(), ...stage, content }),
    );
    // The page stays: beside this form another outcome, or a stage to merge into, may have been chosen.
    return { values: {}, done: "The stage is saved." };
  },
  "admin",
);

/** Changes what a stage says of a deal, after its preview. */
export const changeStageOutcomeAction = memberAction(
  z.object({ ...seen, foreseen: foreseenField, outcome }),
  async (wanted, { member }) => {
    await tellingWhatChanged(member, wanted, "press", () =>
      changeStageOutcome(db, { actor: member, now: new Date(), ...wanted }),
    );
    return showPage("/settings/pipeline");
  },
  "admin",
);

const acts = { archive: archiveStage, restore: restoreStage, drop: dropStage } as const;

/** Archives a stage, restores it, or drops one that was never used. */
export const shelveStageAction = memberAction(
  z.object({
    ...seen,
    act: z.enum(["archive", "restore", "drop"], "Choose what to do with the stage."),
    foreseen: foreseenField.optional(),
  }),
  async ({ act, ...stage }, { member }) => {
    await tellingWhatChanged(member, stage, "press", () =>
      acts[act](db, { actor: member, now: new Date(), ...stage }),
    );
    return showPage("/settings/pipeline");
  },
  "admin",
);

/** Merges a stage into another, after its preview. */
export const mergeStageAction = memberAction(
  z.object({ ...seen, foreseen: foreseenField, intoId: idField }),
  async (wanted, { member }) => {
    await tellingWhatChanged(member, wanted, "press", () =>
      mergeStage(db, { actor: member, now: new Date(), ...wanted }),
    );
    return showPage("/settings/pipeline");
  },
  "admin",
);

/** Puts the stages into an order, after its preview. */
export const orderStagesAction = memberAction(
  z.object({ seen: idListField, wanted: idListField, foreseen: foreseenField }),
  async (order, { member }) => {
    try {
      await orderStages(db, { actor: member, now: new Date(), ...order });
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      const explained = await explainOrderChange(db, member, order.seen);
      throw explained ? new RuleError(explained) : error;
    }
    return showPage("/settings/pipeline");
  },
  "admin",
);
