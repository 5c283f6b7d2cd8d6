"use client";

import { ActionForm } from "@/components/action-form";
import { addStageAction } from "@/lib/actions/stages";
import { outcomes } from "@/lib/pipeline/outcome";
import { outcomeWords } from "@/lib/wording/outcome-words";
import { ChoiceCards } from "./choice-cards";
import { StageFields } from "./stage-fields";

/** Adds a stage. */
export function AddStageForm() {
  const empty = { name: "", guide: "", quietAfterDays: "", color: "" };
  return (
    <ActionForm action={addStageAction} submit="Add stage" submitting="Adding…">
      {(state) => (
        <>
          <ChoiceCards
            legend="What does it say of a deal?"
            name="outcome"
            choices={outcomes.map((value) => ({
              value,
              label: outcomeWords[value].name,
              ...outcomeWords[value],
            }))}
            chosen={state.values.outcome ?? "open"}
            error={state.errors.outcome}
          />
          <StageFields state={state} stage={empty} outcome="open" />
        </>
      )}
    </ActionForm>
  );
}
