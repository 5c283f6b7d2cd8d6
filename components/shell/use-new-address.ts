"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";

/** Acts each time the page of another address, its search included, is shown; not for the first. */
export function useNewAddress(act: () => void): void {
  const address = `${usePathname()}?${useSearchParams()}`;
  const shown = useRef(address);
  const onNew = useEffectEvent(act);

  useEffect(() => {
    if (shown.current !== address) onNew();
    shown.current = address;
  }, [address]);
}
