"use client";

import { ActionForm } from "@/components/action-form";
import { addStageAction } from "@/lib/actions/stages";
import { asTyped } from "@/lib/merge-edit";
import { outcomes } from "@/lib/pipeline/outcome";
import { outcomeWords } from "@/lib/wording/outcome-words";
import { ChoiceCards } from "./choice-cards";
import { StageFields } from "./stage-fields";

/** Adds a stage. */
export function AddStageForm() {
  return (
    <ActionForm action={addStageAction} submit="Add stage" submitting="Adding…">
      {({ errors, values }) => (
        <>
          <ChoiceCards
            legend="What does it say of a deal?"
            name="outcome"
            choices={outcomes.map((value) => ({
              value,
              label: outcomeWords[value].name,
              ...outcomeWords[value],
            }))}
            chosen={values.outcome ?? "open"}
            error={errors.outcome}
          />
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
