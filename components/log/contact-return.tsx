"use client";

import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/button";
import { buttonClass } from "@/components/button-class";
import { forgetReached, keepReached, type ReachedContact, readReached } from "@/lib/device/reached-contact";
import { pageAddress } from "@/lib/page-address";

function noteReached(event: MouseEvent, memberId: number) {
  const link = event.target instanceof Element && event.target.closest<HTMLElement>("[data-reaches]");
  if (!link) return;
  const { reaches: how = "", customer = "", contact = "", name = "" } = link.dataset;
  keepReached({ memberId, how, customer, contact, name, at: Date.now() });
}

/** Offers whoever comes back from calling, messaging or mailing a contact the form to log it, filled in. */
export function ContactReturn({ memberId }: { memberId: number }) {
  const [reached, setReached] = useState<ReachedContact | null>(null);

  useEffect(() => {
    const onReturn = () =>
      document.visibilityState === "visible" && setReached(readReached(memberId, Date.now()));
    const onClick = (event: MouseEvent) => noteReached(event, memberId);
    onReturn();
    document.addEventListener("click", onClick);
    document.addEventListener("visibilitychange", onReturn);
    window.addEventListener("focus", onReturn);
    return () => {
      document.removeEventListener("click", onClick);
      document.removeEventListener("visibilitychange", onReturn);
      window.removeEventListener("focus", onReturn);
    };
  }, [memberId]);

  function forget() {
    forgetReached();
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
        onClick={forgetReached}
        className={buttonClass("primary")}
      >
        Log the {how}
      </a>
      <Button type="button" variant="quiet" onClick={forget} aria-label="Not now">
        <X aria-hidden="true" className="size-4" />
      </Button>
    </section>
  );
}
