/** Closes a popover (`<details data-popover>`); who stands in it stands at its button then. */
export function closePopover(popover: HTMLDetailsElement): void {
  if (popover.contains(document.activeElement))
    popover.querySelector("summary")?.focus({ preventScroll: true });
  popover.open = false;
}
