import { type FormState, formFields, shownValues } from "./form-state";

/** The hidden field by which a form says for whom its page was made: the member's id. */
export const openedByField = "openedBy";

/**
 * What a form shows whose page was made for another member than who sends it: two people share the browser, and
 * nothing of it was looked at. A form that does not say is taken as one's own; undefined: it may be sent.
 *
 * Example: Eve left her profile open and Ann signed in beside it: pressed there, it would be Ann's.
 */
export function openedByAnother(form: FormData, memberId: number): FormState<never> | undefined {
  const openedBy = form.get(openedByField);
  if (openedBy === null || openedBy === String(memberId)) return undefined;
  const message = "This page was opened by somebody else in this browser. Load it again.";
  return { errors: {}, message, values: shownValues(formFields(form)), keepsFields: true };
}
