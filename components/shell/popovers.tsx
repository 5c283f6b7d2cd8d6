"use client";

import { useEffect } from "react";
import { closePopover } from "@/components/close-popover";
import { useNewAddress } from "./use-new-address";

function openPopovers(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>("details[data-popover][open]")];
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
 * A link that leads nowhere else closes its popover. Any other keeps it open until the page it fetches is there, as a
 * form does (go-button.tsx): closed and opened again within a moment, Chrome may go on hiding what is in it.
 */
function closeChosen({ target }: Event) {
  const link = target instanceof Element ? target.closest("a") : null;
  const staysHere = link && (link.hasAttribute("download") || link.href === location.href);
  const popover = staysHere && link.closest<HTMLDetailsElement>("details[data-popover][open]");
  if (popover) closePopover(popover);
}

function closeByKey(event: KeyboardEvent) {
  if (event.key === "Escape" && !isInDialog(event)) openPopovers().forEach(closePopover);
}

/** Moves the page to what a popover shows, where that lies beyond its end or behind the bottom bar. */
function showWhole({ target }: Event) {
  if (target instanceof HTMLElement && target.matches("details[data-popover][open]"))
    target.lastElementChild?.scrollIntoView({ block: "nearest" });
}

/**
 * Lets the popovers (`<details data-popover>`) open in sight, and close as one expects: by Escape and once something in
 * them is chosen, which both return the focus, by a press elsewhere, and by tabbing out. Without JavaScript they close
 * by their own button.
 */
export function Popovers() {
  useNewAddress(() => openPopovers().forEach(closePopover));

  useEffect(() => {
    // It does not bubble.
    document.addEventListener("toggle", showWhole, true);
    document.addEventListener("pointerdown", closeOthers);
    document.addEventListener("focusin", closeOthers);
    document.addEventListener("click", closeChosen);
    document.addEventListener("keydown", closeByKey);
    return () => {
      document.removeEventListener("toggle", showWhole, true);
      document.removeEventListener("pointerdown", closeOthers);
      document.removeEventListener("focusin", closeOthers);
      document.removeEventListener("click", closeChosen);
      document.removeEventListener("keydown", closeByKey);
    };
  }, []);
  return null;
}
