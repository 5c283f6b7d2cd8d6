"use client";

import { useActionState, useEffect } from "react";
import { Button } from "@/components/button";
import { besideField } from "@/components/button-class";
import { Field } from "@/components/field";
import { FormAnswer } from "@/components/form-answer";
import { useWrongField } from "@/components/use-wrong-field";
import { untouchedForm } from "@/lib/actions/form-state";
import { addLabelAction } from "@/lib/actions/labels";

/** Adds a channel or a topic by its name. */
export function AddLabelForm({ kind }: { kind: "channel" | "topic" }) {
  const [state, formAction, isPending] = useActionState(addLabelAction, untouchedForm);
  const form = useWrongField(state);

  useEffect(() => {
    // The list above has grown by a line.
    if (state.done) form.current?.scrollIntoView({ block: "nearest" });
  }, [state, form]);

  return (
    <form ref={form} action={formAction} noValidate className="flex flex-col gap-2">
      <FormAnswer state={state} />
      <input type="hidden" name="kind" value={kind} />
      <div className="flex flex-wrap items-start gap-2">
        <Field
          label={`New ${kind}`}
          name="name"
          autoComplete="off"
          maxLength={200}
          required
          defaultValue={state.values.name}
          error={state.errors.name}
          className="flex-1 basis-40"
        />
        <Button isPending={isPending} className={besideField}>
          Add {kind}
        </Button>
      </div>
    </form>
  );
}
