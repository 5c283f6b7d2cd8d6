import { Field } from "@/components/field";
import { mergeNotes } from "@/components/merge-notes";
import type { MergedField } from "@/lib/merge-edit";
import { longest } from "@/lib/pipeline/longest";

type CustomerFieldsProps = {
  name: MergedField;
  openedOn: MergedField;
  errors: Record<string, string>;
  /** The last day that can be chosen. */
  today: string;
};

/** The fields of a customer's facts. */
export function CustomerFields({ name, openedOn, errors, today }: CustomerFieldsProps) {
  return (
    <>
      <Field
        label="Name"
        name="name"
        autoComplete="off"
        autoCapitalize="words"
        required
        maxLength={longest.name}
        defaultValue={name.value}
        {...mergeNotes(name, { error: errors.name })}
      />
      <Field
        label="Account opened on"
        name="openedOn"
        type="date"
        max={today}
        defaultValue={openedOn.value}
        {...mergeNotes(openedOn, { error: errors.openedOn, hint: "Leave it empty if it is unknown." })}
      />
    </>
  );
}
