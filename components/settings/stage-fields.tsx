import { Field } from "@/components/field";
import type { FormState } from "@/lib/actions/form-state";
import { quietAfterDaysDefault } from "@/lib/pipeline/follow-up";
import { longest } from "@/lib/pipeline/longest";
import type { Outcome } from "@/lib/pipeline/outcome";
import { ColorField } from "./color-field";
import { TextArea } from "./text-area";

/** What a stage is described by, as its form shows it. */
export type StageContentText = { name: string; guide: string; quietAfterDays: string; color: string };

type StageFieldsProps = {
  state: Pick<FormState, "errors" | "values">;
  stage: StageContentText;
  outcome: Outcome;
};

/** The fields that describe a stage: name, guide, quiet-after days, colour. */
export function StageFields({ state: { errors, values }, stage, outcome }: StageFieldsProps) {
  const shown = { ...stage, ...values };
  return (
    <>
      <Field
        label="Name"
        name="name"
        maxLength={longest.stageName}
        required
        autoComplete="off"
        defaultValue={shown.name}
        error={errors.name}
      />
      <TextArea
        label="Guide"
        name="guide"
        hint="What must be true to be here. It is shown while logging."
        defaultValue={shown.guide}
        error={errors.guide}
      />
      <Field
        label="Quiet after, in days"
        name="quietAfterDays"
        inputMode="numeric"
        autoComplete="off"
        hint={`A deal here without a conversation for longer needs attention. Empty: ${quietAfterDaysDefault} days.`}
        className="max-w-xs"
        defaultValue={shown.quietAfterDays}
        error={errors.quietAfterDays}
      />
      <ColorField key={shown.color} outcome={outcome} chosen={shown.color} error={errors.color} />
    </>
  );
}
