"use client";

import { useEffect } from "react";
import { EmptyState } from "@/components/empty-state";

const retryMs = 5_000;

type NothingKeptProps = {
  /** The page that was asked for. */
  address: string;
};

/**
 * A device that keeps nothing to log on: once anything answers again, the page that was asked for comes by itself, as
 * from “Pipelog is starting”.
 */
export function NothingKept({ address }: NothingKeptProps) {
  useEffect(() => {
    async function goOn() {
      if (document.visibilityState === "hidden") return;
      const answer = await fetch(address, { method: "HEAD", cache: "no-store" }).catch(() => undefined);
      if (answer) location.replace(address);
    }
    const asking = setInterval(goOn, retryMs);
    addEventListener("online", goOn);
    document.addEventListener("visibilitychange", goOn);
    return () => {
      clearInterval(asking);
      removeEventListener("online", goOn);
      document.removeEventListener("visibilitychange", goOn);
    };
  }, [address]);

  return (
    <EmptyState title="Nothing is kept on this device">
      <p className="text-muted">
        Sign in while there is a connection: from then on you can log here without one, too.
      </p>
    </EmptyState>
  );
}
