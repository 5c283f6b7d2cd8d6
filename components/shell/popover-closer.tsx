"use client";

import { useEffect } from "react";
import { useNewAddress } from "./use-new-address";

function openPopovers(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>("details[data-popover][open]")];
}

/** Who stands in it stands at its button then. */
function close(popover: HTMLDetailsElement) {
  if (popover.contains(document.activeElement))
    popover.querySelector("summary")?.focus({ preventScroll: true });
  popover.open = false;
}

/** What happens in a dialog leaves the popover alone that it was opened from: the focus returns there. */
function isInDialog({ target }: Event): boolean {
  return target instanceof Element && target.closest("dialog") !== null;
}

/** The focus on what a popover stands in, `<main>`, has not left it: a press on its text puts it there, in Safari on any button. */
function closeOthers(event: Event) {
  const { type, target } = event;
  if (isInDialog(event)) return;
  for (const popover of openPopovers()) {
    const isAround = type === "focusin" && target instanceof Node && target.contains(popover);
    if (!isAround && !(target instanceof Node && popover.contains(target))) popover.open = false;
  }
}

/**
 * A choice that fetches another page keeps its popover open until that page is there, and a form whose refusal
 * stands in it (`data-popover="closes-itself"`) until it is taken: closed and opened again within a moment,
 * Chrome may go on hiding what is in it.
 */
function closeChosen(event: Event) {
  const target = event.target instanceof Element ? event.target : null;
  const popover = target?.closest<HTMLDetailsElement>("details[data-popover][open]");
  const link = target?.closest("a");
  const staysHere = link && (link.hasAttribute("download") || link.href === location.href);
  const isTaken = event.type === "submit" && popover?.dataset.popover !== "closes-itself";
  if (popover && (isTaken || staysHere)) close(popover);
}

function closeByKey(event: KeyboardEvent) {
  if (event.key === "Escape" && !isInDialog(event)) openPopovers().forEach(close);
}

/**
 * Lets the popovers (`<details data-popover>`) close as one expects: by Escape and once something in them is chosen,
 * which both return the focus, by a press elsewhere, and by tabbing out. Without JavaScript they close by their own
 * button.
 */
export function PopoverCloser() {
  useNewAddress(() => openPopovers().forEach(close));

  useEffect(() => {
    document.addEventListener("pointerdown", closeOthers);
    document.addEventListener("focusin", closeOthers);
    document.addEventListener("click", closeChosen);
    document.addEventListener("submit", closeChosen);
    document.addEventListener("keydown", closeByKey);
    return () => {
      document.removeEventListener("pointerdown", closeOthers);
      document.removeEventListener("focusin", closeOthers);
      document.removeEventListener("click", closeChosen);
      document.removeEventListener("submit", closeChosen);
      document.removeEventListener("keydown", closeByKey);
    };
  }, []);
  return null;
}
