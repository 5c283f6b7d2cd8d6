"use client";

import { useEffect, useState } from "react";
import type { CustomerChoice } from "@/lib/log/customer-said";

const pauseMs = 120;

type Found = { search: string; customers: readonly CustomerChoice[] };

const nothing: Found = { search: "", customers: [] };

/**
 * The customers that what is typed may mean, asked for once typing pauses. Until that answer is there, those of
 * the text before: `search` says which text they belong to.
 */
export function useCustomerSearch(search: string): Found {
  const [found, setFound] = useState(nothing);

  useEffect(() => {
    if (search === "") {
      setFound(nothing);
      return;
    }
    const gone = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const address = `/log/customers?search=${encodeURIComponent(search)}`;
        const response = await fetch(address, { signal: gone.signal });
        setFound({ search, customers: response.ok ? await response.json() : [] });
      } catch {
        // Without the list one can still write the name: the server asks what was meant.
        if (!gone.signal.aborted) setFound({ search, customers: [] });
      }
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [search]);

  return found;
}
