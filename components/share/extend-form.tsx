"use client";

import { ActionForm } from "@/components/action-form";
import { Field } from "@/components/field";
import { extendShareLinkAction } from "@/lib/actions/share-links";

type ExtendFormProps = {
  link: { id: number; version: number };
  /** Until when it is good, in a sentence. */
  good: string;
  /** The last day offered, empty for none, and today. */
  until: string;
  today: string;
  /** Whether it may be good without an end. */
  mayBeOpen: boolean;
};

/** Gives a shared link another last day. */
export function ExtendForm({ link, good, until, today, mayBeOpen }: ExtendFormProps) {
  return (
    <ActionForm action={extendShareLinkAction} submit="Set the last day" submitting="Setting…">
      {({ errors, values }) => (
        <>
          <h3 className="font-semibold">How long it is good</h3>
          <p className="text-muted">{good}</p>
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
