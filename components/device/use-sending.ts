"use client";

import { useCallback, useEffect, useRef } from "react";
import { takeGoneMemberId } from "@/lib/device/device-store";
import { dropDraft, dropDrafts } from "@/lib/device/drafts";
import { type SendReport, sendOutbox } from "@/lib/device/send-outbox";

const retryMs = 20_000;

/**
 * Sends this device's outbox when the page is opened, seen again or connected again, and every so often while
 * something waits that was not answered.
 *
 * @param isReportingIn also when nothing waits: whether the device may keep what it keeps.
 * @returns sends at once.
 */
export function useSending({
  memberId,
  isReportingIn,
  onSent,
}: {
  memberId: number | null;
  isReportingIn: boolean;
  onSent?: (report: SendReport) => void;
}): () => Promise<SendReport | undefined> {
  const heard = useRef(onSent);
  heard.current = onSent;

  const send = useCallback(async () => {
    try {
      const report = await sendOutbox({ isReportingIn });
      const gone = await takeGoneMemberId();
      if (gone !== undefined) dropDrafts(gone);
      if (memberId !== null)
        for (const { values } of report.logged) dropDraft(memberId, values.deviceId, values);
      heard.current?.(report);
      return report;
    } catch {
      // A browser that keeps nothing has nothing to send.
      return undefined;
    }
  }, [memberId, isReportingIn]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    async function sendAndWatch() {
      clearTimeout(timer);
      const report = await send();
      const isReached = [...(report?.states.values() ?? [])].every((state) => state !== "unreachable");
      if (!isGone && !isReached) timer = setTimeout(sendAndWatch, retryMs);
    }
    const onSeen = () => document.visibilityState === "visible" && void sendAndWatch();
    void sendAndWatch();
    addEventListener("online", sendAndWatch);
    document.addEventListener("visibilitychange", onSeen);
    return () => {
      isGone = true;
      clearTimeout(timer);
      removeEventListener("online", sendAndWatch);
      document.removeEventListener("visibilitychange", onSeen);
    };
  }, [send]);

  return send;
}
