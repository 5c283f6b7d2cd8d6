"use client";

import { useEffect, useState } from "react";
import { findOnDevice } from "@/lib/device/find-on-device";
import type { CustomerChoice } from "@/lib/log/customer-said";

const pauseMs = 120;

/** Who is not answered so long looks among the customers on the device. */
const longestWait = 4000;

type Found = { search: string; customers: readonly CustomerChoice[] };

const nothing: Found = { search: "", customers: [] };

/**
 * The customers that what is typed may mean, asked for once typing pauses. Until that answer is there, those of
 * the text before: `search` says which text they belong to. Without a connection, those on this device.
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
        const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(longestWait)]);
        const response = await fetch(address, { signal });
        setFound({ search, customers: response.ok ? await response.json() : [] });
      } catch {
        const customers = await findOnDevice(search).catch(() => []);
        if (!gone.signal.aborted) setFound({ search, customers });
      }
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [search]);

  return found;
}
