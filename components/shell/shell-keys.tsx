"use client";

import { useRouter } from "next/navigation";
import { type ComponentType, useEffect, useEffectEvent, useRef, useState } from "react";
import { type KeyPlace, keyPlaces } from "./key-places";
import { latinKey } from "./latin-key";
import { isTypingPlace } from "./typing-place";

type Opened = ComponentType<{ onClose: () => void; onHelp: () => void }>;

/** So long after `g` the next key still says where to. */
const sequenceMs = 1500;

/** A key is timed from when its page began, so that zero is a moment ago while the page is new. */
const longAgo = -sequenceMs;

function isKeyPlace(key: string): key is KeyPlace {
  return key in keyPlaces;
}

/**
 * The keys of the app: `l` logs, `/` and ⌘K or Ctrl+K search everything, `g` and a second key go somewhere, `?`
 * lists them. Single keys do nothing while one is typing or in a dialog, and never where the member switched
 * them off. What they open is fetched when it is opened.
 */
export function ShellKeys({ singleKeys }: { singleKeys: boolean }) {
  const router = useRouter();
  const [Open, setOpen] = useState<Opened | null>(null);
  const wentAt = useRef(longAgo);

  async function openSearch() {
    try {
      const { SearchDialog } = await import("@/components/search/search-dialog");
      setOpen(() => SearchDialog);
    } catch {
      router.push("/search");
    }
  }

  async function openHelp() {
    try {
      const { KeyHelp } = await import("./key-help");
      setOpen(() => KeyHelp);
    } catch {
      document.querySelector<HTMLDialogElement>("#keys-unreached")?.showModal();
    }
  }

  function singleKey(event: KeyboardEvent): boolean {
    const isSecond = event.timeStamp - wentAt.current < sequenceMs;
    wentAt.current = longAgo;
    const key = latinKey(event);
    if (isSecond && isKeyPlace(key)) router.push(keyPlaces[key].href);
    else if (key === "g") wentAt.current = event.timeStamp;
    else if (key === "l") router.push("/log");
    else if (key === "/") openSearch();
    else if (key === "?") openHelp();
    else return false;
    return true;
  }

  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.isComposing || event.altKey) return;
    const isHeld = event.metaKey || event.ctrlKey;
    const isTyping = isTypingPlace(event.target);
    const deletesLine = event.ctrlKey && isTyping && /Mac/.test(navigator.userAgent);
    if (isHeld) {
      if (latinKey(event).toLowerCase() !== "k" || event.shiftKey || deletesLine) return;
      event.preventDefault();
      openSearch();
    } else if (singleKeys && !isTyping && !document.querySelector("dialog[open]") && singleKey(event))
      event.preventDefault();
  });

  const clicked = useEffectEvent((event: MouseEvent) => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    const link = event.target instanceof Element && event.target.closest("[data-opens-search]");
    if (!link || !isPlain) return;
    event.preventDefault();
    openSearch();
  });

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => pressed(event);
    const onClick = (event: MouseEvent) => clicked(event);
    document.addEventListener("keydown", onKeyDown);
    document.addEventListener("click", onClick);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("click", onClick);
    };
  }, []);

  return Open ? <Open onClose={() => setOpen(null)} onHelp={openHelp} /> : null;
}
