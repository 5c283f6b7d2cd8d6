"use client";

import { ActionForm } from "@/components/action-form";
import { SeenValues } from "@/components/seen-values";
import { useMergedEdit } from "@/components/use-merged-edit";
import { editStageAction } from "@/lib/actions/stages";
import type { Outcome } from "@/lib/pipeline/outcome";
import { StageFields, stageFieldNames } from "./stage-fields";

type EditStageFormProps = {
  stage: Record<(typeof stageFieldNames)[number], string> & { id: number; version: number; outcome: Outcome };
};

/** Renames, describes and recolours a stage; shows both when somebody else changed it meanwhile. */
export function EditStageForm({ stage }: EditStageFormProps) {
  const { id, version, outcome, name, guide, quietAfterDays, color } = stage;
  const merged = useMergedEdit(stageFieldNames, { version, facts: { name, guide, quietAfterDays, color } });
  return (
    <ActionForm action={editStageAction} submit="Save" submitting="Saving…">
      {(state) => {
        const { basis, fields } = merged(state);
        return (
          <>
            <input type="hidden" name="stageId" value={id} />
            <SeenValues version={basis.version} values={basis.facts} />
            <StageFields {...fields} errors={state.errors} outcome={outcome} />
          </>
        );
      }}
    </ActionForm>
  );
}
