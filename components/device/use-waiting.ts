"use client";

import { useEffect, useState } from "react";
import { listEntries, onDeviceChange } from "@/lib/device/device-store";
import type { OutboxEntry } from "@/lib/device/outbox-entry";

/** The member's entries that wait on this device, in their order, as they come and go; undefined until known. */
export function useWaiting(memberId: number): readonly OutboxEntry[] | undefined {
  const [entries, setEntries] = useState<readonly OutboxEntry[]>();

  useEffect(() => {
    let isGone = false;
    async function read() {
      const all = await listEntries().catch(() => []);
      if (!isGone) setEntries(all.filter((entry) => entry.memberId === memberId));
    }
    void read();
    const end = onDeviceChange(read);
    return () => {
      isGone = true;
      end();
    };
  }, [memberId]);

  return entries;
}
