"use client";

import { ActionForm } from "@/components/action-form";
import { Field } from "@/components/field";
import { extendShareLinkAction } from "@/lib/actions/share-links";

type ExtendFormProps = {
  link: { id: number; version: number };
  /** The last day offered, and today. */
  until: string;
  today: string;
  /** Whether it may be good without an end. */
  mayBeOpen: boolean;
};

/** Gives a shared link another last day. */
export function ExtendForm({ link, until, today, mayBeOpen }: ExtendFormProps) {
  return (
    <ActionForm action={extendShareLinkAction} submit="Set the last day" submitting="Setting…">
      {({ errors, values }) => (
        <>
          <input type="hidden" name="id" value={link.id} />
          <input type="hidden" name="version" value={link.version} />
          <Field
            label="Last day"
            name="until"
            type="date"
            min={today}
            hint={`The link works up to the end of this day.${mayBeOpen ? " Empty: until it is revoked." : ""}`}
            defaultValue={values.until ?? until}
            error={errors.until}
          />
        </>
      )}
    </ActionForm>
  );
}
