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

type FormField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Whether somebody typed, ticked or chose something in a field. */
function isFilledIn(field: FormField): boolean {
  if (field instanceof HTMLSelectElement) {
    const [first, ...others] = field.options;
    const shown = others.find(({ defaultSelected }) => defaultSelected) ?? first;
    return field.selectedOptions[0] !== shown;
  }
  const isTicked = field instanceof HTMLInputElement && field.checked !== field.defaultChecked;
  return isTicked || field.value !== field.defaultValue;
}

/** Whether a form is being filled in: after an update of the app, a page that is refreshed is loaded anew. */
function isFillingIn(): boolean {
  return [...document.querySelectorAll<FormField>("input, textarea, select")].some(isFilledIn);
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
      if (answers.some(({ is }) => is === "logged") && !isFillingIn()) router.refresh();
      renewData(memberId, Date.now()).catch(() => {});
    },
  });

  useEffect(() => {
    keepOfflinePage().catch(() => {});
  }, []);

  return null;
}
