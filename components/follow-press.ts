/** A button that was pressed, and what it stood in, the nearest first. */
export type Press = { button: HTMLElement; around: readonly Element[]; path: string };

/** Remembers a press, for the case that its button goes. */
export function pressOf(button: HTMLElement): Press {
  const around: Element[] = [];
  for (let at = button.parentElement; at; at = at.parentElement) around.push(at);
  return { button, around, path: location.pathname };
}

function firstSeen(within: Element, selector: string): HTMLElement | undefined {
  // Older browsers cannot tell.
  return [...within.querySelectorAll<HTMLElement>(selector)].find(
    (element) => element.checkVisibility?.() ?? true,
  );
}

/** What is said of what was done, or the heading of what it was done to. */
function saidAround(around: readonly Element[]): HTMLElement | undefined {
  for (const element of around) {
    const said =
      element.isConnected && (firstSeen(element, "[role=status]") ?? firstSeen(element, "h1, h2, h3, h4"));
    if (said) return said;
  }
  return undefined;
}

/**
 * Where the pressed button went, and the focus with it, the focus goes on: to what its form says, to a button of the
 * form, to what opens the form, else to what is said nearby. Another page than the one of the press is left alone.
 *
 * @param form null: it went too
 */
export function followPress({ around, path }: Press, form: HTMLFormElement | null): void {
  const isNowhereElse = around.some((element) => element === document.activeElement);
  if (!isNowhereElse || location.pathname !== path) return;
  const summary = form?.closest("details")?.querySelector("summary");
  const target =
    form?.querySelector<HTMLElement>("[data-opens-here]") ??
    (form && firstSeen(form, "button")) ??
    summary ??
    saidAround(around);
  if (!target) return;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
