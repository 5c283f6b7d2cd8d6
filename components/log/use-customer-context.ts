"use client";

import { useCallback, useRef, useState } from "react";
import type { CustomerContext } from "@/lib/log/customer-context";

/** What the context depends on; "" where nothing is said. `customer` is an id. */
type ContextAsked = Record<
  "customer" | "stage" | "date" | "time" | "amount" | "deal" | "conversation",
  string
>;

/**
 * The chosen customer's contacts and deals and the deal that would be joined. Call `ask` whenever something it
 * depends on changes; only the answer to the last question counts.
 */
export function useCustomerContext(given: CustomerContext | null) {
  const [context, setContext] = useState(given);
  const pending = useRef<AbortController>(undefined);

  const ask = useCallback(async (asked: ContextAsked) => {
    pending.current?.abort();
    if (asked.customer === "") {
      setContext(null);
      return;
    }
    setContext((known) => (known && String(known.customerId) === asked.customer ? known : null));
    const question = new AbortController();
    pending.current = question;
    try {
      const response = await fetch(`/log/context?${new URLSearchParams(asked)}`, { signal: question.signal });
      if (!response.ok) throw new Error("There is no answer.");
      setContext(await response.json());
    } catch {
      // The form works without it: the server decides the deal, and asks where it is in doubt.
      if (!question.signal.aborted)
        setContext((known) =>
          known && String(known.customerId) === asked.customer ? { ...known, preview: null } : null,
        );
    }
  }, []);

  return { context, setContext, ask };
}
