"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";

const minute = 60_000;

type WhileSharedProps = {
  /** Where it is asked whether the link is still good. */
  askAt: string;
  /** Its figures go on with today: while the link is good they are fetched anew as often as it is asked. */
  isLive: boolean;
  children: ReactNode;
};

/**
 * Shows a shared page for as long as its link is good: asks each minute and whenever the page comes into sight
 * again. Refused, it blanks at once, and the page that is then fetched says no more than any dead link's.
 */
export function WhileShared({ askAt, isLive, children }: WhileSharedProps) {
  const router = useRouter();
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    async function ask() {
      if (document.visibilityState === "hidden") return;
      const answer = await fetch(askAt, { cache: "no-store" }).catch(() => undefined);
      if (answer?.status === 404) setIsOver(true);
      else if (answer?.ok && isLive) router.refresh();
    }
    function askAgain({ persisted }: PageTransitionEvent) {
      if (persisted) ask();
    }
    const asking = setInterval(ask, minute);
    document.addEventListener("visibilitychange", ask);
    window.addEventListener("pageshow", askAgain);
    window.addEventListener("online", ask);
    return () => {
      clearInterval(asking);
      document.removeEventListener("visibilitychange", ask);
      window.removeEventListener("pageshow", askAgain);
      window.removeEventListener("online", ask);
    };
  }, [askAt, isLive, router]);

  useEffect(() => {
    if (isOver) location.reload();
  }, [isOver]);

  return isOver ? null : children;
}
