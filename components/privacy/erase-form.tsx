"use client";

import { Field } from "@/components/field";
import { PreviewForm } from "@/components/preview-form";
import { erasePersonAction } from "@/lib/actions/privacy";
import type { Person } from "@/lib/privacy/find-person";

/** Erases a person: first what that changes, then, with the name typed, for good. */
export function EraseForm({ kind, id, name }: Person & { name: string }) {
  return (
    <PreviewForm
      action={erasePersonAction}
      hidden={{ kind, id }}
      confirm="Erase for good"
      confirmVariant="danger"
    >
      {({ values, errors, more }) =>
        more ? (
          <Field
            label={`Type ${name} to confirm`}
            name="typed"
            autoComplete="off"
            defaultValue={values.typed}
            error={errors.typed}
          />
        ) : null
      }
    </PreviewForm>
  );
}
