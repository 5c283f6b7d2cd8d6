"use client";

import { useEffect, useState } from "react";
import { searchCustomers } from "@/lib/device/search-customers";
import type { CustomerChoice } from "@/lib/log/customer-said";

const pauseMs = 120;

type Found = { search: string; customers: readonly CustomerChoice[] };

const nothing: Found = { search: "", customers: [] };

/**
 * The customers that what is typed may mean, asked for once typing pauses. Until that answer is there, those of
 * the text before: `search` says which text they belong to. Without a connection, those on this device; where nobody
 * answers, still those of the text before.
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
      const customers = await searchCustomers(search, gone.signal);
      if (customers && !gone.signal.aborted) setFound({ search, customers });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [search]);

  return found;
}
