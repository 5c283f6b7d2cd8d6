import type { MergedField } from "@/lib/customers/merge-edit";

const quoted = (text: string) => (text === "" ? "nothing" : `“${text}”`);

/** What stands at a field whose record somebody else changed meanwhile: both values, and which one the field has. */
export function mergeNotes(
  { saved, before }: MergedField,
  { error, hint }: { error?: string; hint?: string },
) {
  if (error) return { error, hint };
  if (saved !== null)
    return { hint, error: `Meanwhile ${quoted(saved)} was saved. Here stands what you wrote.` };
  if (before !== null)
    return { hint: `Changed meanwhile: it was ${quoted(before)}, here stands what it is now.` };
  return { error, hint };
}
