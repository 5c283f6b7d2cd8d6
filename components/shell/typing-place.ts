/** Whether keys pressed there write or choose something, so that they must not do anything else. */
export function isTypingPlace(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, [role=listbox]") !== null)
  );
}
