import type { MergedField } from "@/lib/merge-edit";

type Notes = {
  error?: string;
  hint?: string;
  /** How a value is shown; as it is if nothing is said. */
  label?: (value: string) => string;
};

/** What stands at a field whose record somebody else changed meanwhile: both values, and which one the field has. */
export function mergeNotes({ saved, before }: MergedField, { error, hint, label = (value) => value }: Notes) {
  const quoted = (value: string) => (value === "" ? "nothing" : `“${label(value)}”`);
  if (error) return { error, hint };
  if (saved !== null)
    return { hint, error: `Meanwhile ${quoted(saved)} was saved. Here stands what you wrote.` };
  if (before !== null)
    return { hint: `Changed meanwhile: it was ${quoted(before)}, here stands what it is now.` };
  return { error, hint };
}
