"use client";

import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/button";
import { buttonClass } from "@/components/button-class";
import { pageAddress } from "@/lib/page-address";

type Reached = { how: string; customer: string; contact: string; name: string; at: number };

const key = "pipelog-reached";
const offeredFor = 2 * 3_600_000;

const words: Record<string, string> = { call: "call", message: "message", mail: "mail" };

function readReached(): Reached | null {
  try {
    const reached: Reached | null = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return reached && Date.now() - reached.at < offeredFor ? reached : null;
  } catch {
    return null;
  }
}

function noteReached(event: MouseEvent) {
  const link = event.target instanceof Element && event.target.closest<HTMLElement>("[data-reaches]");
  if (!link) return;
  const { reaches: how = "", customer = "", contact = "", name = "" } = link.dataset;
  const reached: Reached = { how, customer, contact, name, at: Date.now() };
  try {
    sessionStorage.setItem(key, JSON.stringify(reached));
  } catch {
    // Without it the offer to log is left out; the call is made all the same.
  }
}

/** Offers whoever comes back from calling, messaging or mailing a contact the form to log it, filled in. */
export function ContactReturn() {
  const [reached, setReached] = useState<Reached | null>(null);

  useEffect(() => {
    const onReturn = () => document.visibilityState === "visible" && setReached(readReached());
    onReturn();
    document.addEventListener("click", noteReached);
    document.addEventListener("visibilitychange", onReturn);
    window.addEventListener("focus", onReturn);
    return () => {
      document.removeEventListener("click", noteReached);
      document.removeEventListener("visibilitychange", onReturn);
      window.removeEventListener("focus", onReturn);
    };
  }, []);

  function forget() {
    sessionStorage.removeItem(key);
    setReached(null);
  }

  if (!reached) return null;
  const { how, customer, contact, name } = reached;
  return (
    <section
      aria-label="Back from a contact"
      className="fixed inset-x-3 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-40 flex items-center gap-2 rounded-box border border-border bg-surface p-3 shadow-raised sm:right-3 sm:bottom-3 sm:left-auto sm:w-96 print:hidden"
    >
      <p role="status" className="min-w-0 flex-1">
        How did it go with {name}?
      </p>
      <a
        href={pageAddress("/log", { customer, contact, how })}
        onClick={() => sessionStorage.removeItem(key)}
        className={buttonClass("primary")}
      >
        Log the {words[how] ?? "conversation"}
      </a>
      <Button type="button" variant="quiet" onClick={forget} aria-label="Not now">
        <X aria-hidden="true" className="size-4" />
      </Button>
    </section>
  );
}
