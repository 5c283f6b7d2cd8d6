import type { RefObject } from "react";
import { FieldFrame } from "@/components/field-frame";

type NoteFieldProps = {
  note: string;
  error: string | undefined;
  field: RefObject<HTMLTextAreaElement | null>;
};

/** What was said, in as many lines as it takes. */
export function NoteField({ note, error, field }: NoteFieldProps) {
  return (
    <FieldFrame label="Note" error={error}>
      {(tied) => (
        <textarea
          dir="auto"
          {...tied}
          ref={field}
          name="note"
          rows={3}
          defaultValue={note}
          placeholder="What was said?"
          className="input-text field-sizing-content min-h-20 w-full rounded-control border border-border-strong bg-surface px-3 py-2 placeholder:text-muted aria-invalid:border-lost"
        />
      )}
    </FieldFrame>
  );
}
