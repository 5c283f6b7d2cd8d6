"use client";

import { useRef, useState } from "react";
import { anotherOne, type LogValues } from "@/lib/log/log-values";

/** Which deal is said, as the form's field says it, and the name of one that is named. */
export type DealSaid = Pick<LogValues, "deal" | "dealName">;

/**
 * The deal that is said of a sale: it stays whatever becomes known of the customer, and is none any more once a
 * customer that was known makes way for another.
 *
 * @param values what the form begins with.
 * @returns `turnTo` is to be called when a customer is chosen; `known`: the one whose deals were offered until then.
 */
export function useDealSaid({ deal, dealName, customerId }: DealSaid & Pick<LogValues, "customerId">) {
  const [said, say] = useState<DealSaid>({ deal, dealName });
  const last = useRef(customerId);

  function turnTo(chosen: number | typeof anotherOne, known: number | undefined) {
    const before = String(known ?? last.current);
    last.current = String(chosen);
    if (before !== "" && before !== anotherOne && before !== last.current) say({ deal: "", dealName: "" });
  }

  return { said, say, turnTo };
}
