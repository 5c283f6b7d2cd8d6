"use client";

import { ActionForm } from "@/components/action-form";
import { addStageAction } from "@/lib/actions/stages";
import { asTyped } from "@/lib/merge-edit";
import { OutcomeField } from "./outcome-field";
import { StageFields } from "./stage-fields";

/** Adds a stage. */
export function AddStageForm() {
  return (
    <ActionForm action={addStageAction} submit="Add stage" submitting="Adding…">
      {({ errors, values }) => (
        <>
          <OutcomeField name="outcome" chosen={values.outcome ?? "open"} error={errors.outcome} />
          <StageFields
            name={asTyped(values.name)}
            guide={asTyped(values.guide)}
            quietAfterDays={asTyped(values.quietAfterDays)}
            color={asTyped(values.color)}
            errors={errors}
            outcome="open"
          />
        </>
      )}
    </ActionForm>
  );
}
