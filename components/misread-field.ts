/**
 * A day or time that was typed in part, or that there is none of, such as 31 November: it would be sent as none.
 *
 * @param among which fields are looked at, as a selector
 */
function misreadField(form: HTMLFormElement, among: string): HTMLInputElement | undefined {
  return [...form.querySelectorAll<HTMLInputElement>(among)].find(({ validity }) => validity.badInput);
}

/** Lets the browser ask for a misread field again, in sight. @returns whether there is one. */
export function asksAgain(form: HTMLFormElement, among = "input"): boolean {
  const misread = misreadField(form, among);
  const closed = misread?.closest("details");
  if (closed) closed.open = true;
  misread?.reportValidity();
  return misread !== undefined;
}
