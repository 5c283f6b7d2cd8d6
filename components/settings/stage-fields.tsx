import { Field } from "@/components/field";
import { mergeNotes } from "@/components/merge-notes";
import type { MergedField } from "@/lib/merge-edit";
import { quietAfterDaysDefault } from "@/lib/pipeline/follow-up";
import { longest } from "@/lib/pipeline/longest";
import type { Outcome } from "@/lib/pipeline/outcome";
import { colorName } from "@/lib/stages/stage-colors";
import { ColorField } from "./color-field";
import { TextArea } from "./text-area";

/** What describes a stage, as it is named in a form. */
export const stageFieldNames = ["name", "guide", "quietAfterDays", "color"] as const;

type StageFieldsProps = Record<(typeof stageFieldNames)[number], MergedField> & {
  errors: Record<string, string>;
  outcome: Outcome;
};

/** The fields that describe a stage: name, guide, quiet-after days, colour. */
export function StageFields({ name, guide, quietAfterDays, color, errors, outcome }: StageFieldsProps) {
  return (
    <>
      <Field
        label="Name"
        name="name"
        maxLength={longest.stageName}
        required
        autoComplete="off"
        defaultValue={name.value}
        {...mergeNotes(name, { error: errors.name })}
      />
      <TextArea
        label="Guide"
        name="guide"
        defaultValue={guide.value}
        {...mergeNotes(guide, {
          error: errors.guide,
          hint: "What must be true to be here. It is shown while logging.",
        })}
      />
      <Field
        label="Quiet after, in days"
        name="quietAfterDays"
        inputMode="numeric"
        autoComplete="off"
        className="max-w-xs"
        defaultValue={quietAfterDays.value}
        {...mergeNotes(quietAfterDays, {
          error: errors.quietAfterDays,
          hint: `A deal here without a conversation for longer needs attention. Empty: ${quietAfterDaysDefault} days.`,
        })}
      />
      <ColorField
        outcome={outcome}
        chosen={color.value}
        {...mergeNotes(color, { error: errors.color, label: colorName })}
      />
    </>
  );
}
