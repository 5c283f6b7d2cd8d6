"use client";

import { Button } from "@/components/button";
import { besideField } from "@/components/button-class";
import { Field } from "@/components/field";
import { FormAnswer } from "@/components/form-answer";
import { OpenedBy } from "@/components/opened-by";
import { useActionForm } from "@/components/use-action-form";
import type { LabelKind } from "@/db/queries/labels";
import { addLabelAction } from "@/lib/actions/labels";
import { longest } from "@/lib/pipeline/longest";

/** Adds a channel or a topic by its name. */
export function AddLabelForm({ kind }: { kind: LabelKind }) {
  const { state, isPending, form } = useActionForm(addLabelAction);
  return (
    <form {...form} className="flex flex-col gap-2">
      <OpenedBy />
      <input type="hidden" name="kind" value={kind} />
      <div className="flex flex-wrap items-start gap-2">
        <Field
          label={`New ${kind}`}
          name="name"
          autoComplete="off"
          maxLength={longest.name}
          required
          defaultValue={state.values.name}
          error={state.errors.name}
          className="flex-1 basis-40"
        />
        <Button isPending={isPending} className={besideField}>
          Add {kind}
        </Button>
      </div>
      <FormAnswer state={state} />
    </form>
  );
}
