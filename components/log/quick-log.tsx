"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { pageAddress } from "@/lib/page-address";
import { KeptNotice } from "./kept-notice";
import { QuickLogForm, type QuickLogFormProps } from "./quick-log-form";
import type { QuickLogged } from "./use-quick-log";

/** Logs a conversation; what happened stands on the page that follows, or here when it waits for a connection. */
export function QuickLog(props: Omit<QuickLogFormProps, "onLogged" | "isLeaving">) {
  const router = useRouter();
  const [isLeaving, leave] = useTransition();
  const [waiting, setWaiting] = useState<string>();

  function onLogged(logged: QuickLogged) {
    if (logged.is === "waiting") setWaiting(logged.customer);
    else
      leave(() => {
        router.push(pageAddress("/log", { logged: String(logged.id) }));
        router.refresh();
      });
  }

  function another() {
    // What the address says is logged. A full load: it works without a connection, too.
    if (props.address) location.assign("/log");
    else setWaiting(undefined);
  }

  if (waiting !== undefined) return <KeptNotice customer={waiting} onAnother={another} />;
  return <QuickLogForm {...props} isLeaving={isLeaving} onLogged={onLogged} />;
}
