"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { renewData } from "@/lib/device/renew-data";
import { useSending } from "./use-sending";

async function keepOfflinePage(): Promise<void> {
  if (process.env.NODE_ENV !== "production" || !navigator.serviceWorker) return;
  const registration = await navigator.serviceWorker.register("/sw.js");
  registration.active?.postMessage("renew");
}

/** Whether a field holds what somebody typed: after an update of the app, a page that is refreshed is loaded anew. */
function isTypedIn(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
  return [...fields].some(({ value, defaultValue }) => value !== defaultValue);
}

/**
 * Keeps this device ready for when there is no connection, and sends what waits on it: when the app is opened and
 * whenever it is seen or connected again, as it may stay open for days. Shows nothing.
 */
export function DeviceSync({ memberId }: { memberId: number }) {
  const router = useRouter();
  useSending({
    memberId,
    isReportingIn: false,
    onSent: ({ answers }) => {
      if (answers.some(({ is }) => is === "logged") && !isTypedIn()) router.refresh();
      renewData(memberId, Date.now()).catch(() => {});
    },
  });

  useEffect(() => {
    keepOfflinePage().catch(() => {});
  }, []);

  return null;
}
