"use client";

import { ActionForm } from "@/components/action-form";
import { editStageAction } from "@/lib/actions/stages";
import type { Outcome } from "@/lib/pipeline/outcome";
import { type StageContentText, StageFields } from "./stage-fields";

type EditStageFormProps = {
  stage: StageContentText & { id: number; version: number; outcome: Outcome };
};

/** Renames, describes and recolours a stage. */
export function EditStageForm({ stage }: EditStageFormProps) {
  return (
    <ActionForm action={editStageAction} submit="Save" submitting="Saving…">
      {(state) => (
        <>
          <input type="hidden" name="stageId" value={stage.id} />
          <input type="hidden" name="version" value={stage.version} />
          <StageFields state={state} stage={stage} outcome={stage.outcome} />
        </>
      )}
    </ActionForm>
  );
}
