"use client";

import { ActionForm } from "@/components/action-form";
import { Field } from "@/components/field";
import type { LabelKind } from "@/db/queries/labels";
import { renameLabelAction } from "@/lib/actions/labels";
import { longest } from "@/lib/pipeline/longest";

type RenameLabelFormProps = {
  kind: LabelKind;
  label: { id: number; name: string; version: number };
};

/** Gives a channel or topic another name. */
export function RenameLabelForm({ kind, label }: RenameLabelFormProps) {
  return (
    <ActionForm action={renameLabelAction} submit="Save" submitting="Saving…">
      {({ errors, values }) => (
        <>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="labelId" value={label.id} />
          <input type="hidden" name="version" value={label.version} />
          <Field
            label="Name"
            name="name"
            autoComplete="off"
            maxLength={longest.name}
            required
            defaultValue={values.name ?? label.name}
            error={errors.name}
          />
        </>
      )}
    </ActionForm>
  );
}
