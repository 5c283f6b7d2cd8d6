"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, [role=listbox]") !== null)
  );
}

/** The `l` key opens the form to log a conversation, wherever one is and as long as one is not typing. */
export function LogKey() {
  const router = useRouter();

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const isHeld = event.metaKey || event.ctrlKey || event.altKey || event.repeat || event.isComposing;
      if (event.key !== "l" || isHeld || event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      router.push("/log");
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [router]);

  return null;
}
