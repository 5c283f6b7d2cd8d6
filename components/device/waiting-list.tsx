"use client";

import { useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { Notice } from "@/components/notice";
import { useFollowedPress } from "@/components/use-followed-press";
import type { DeviceData } from "@/lib/device/device-data";
import { dropEntry } from "@/lib/device/device-store";
import type { OutboxEntry } from "@/lib/device/outbox-entry";
import type { SendState } from "@/lib/device/post-entries";
import { sendOutbox } from "@/lib/device/send-outbox";
import { dayAndTime } from "@/lib/format/moment-in-words";
import { dateFormat, timeFormat } from "@/lib/format/team-formats";
import { useWaiting } from "./use-waiting";
import { WaitingEntry } from "./waiting-entry";

const saidOf = {
  "signed out": "Sign in again to send them: they wait until then.",
  refused: "Pipelog did not take them. Your role may have changed: ask an admin.",
  unreachable: "Pipelog cannot be reached right now. They are sent as soon as it can.",
} as const;

function said(state: SendState | undefined, waiting: readonly OutboxEntry[]): string | undefined {
  if (state !== "answered") return state && saidOf[state];
  return waiting.every(({ asked }) => asked)
    ? "What stands here waits for your answer, not for a connection. Press Answer."
    : undefined;
}

type WaitingListProps = {
  memberId: number;
  /** How the team writes a moment: the device may stand in another country. */
  team: Pick<DeviceData, "locale" | "timeZone">;
};

/** What waits on this device to be logged, in the order in which it is sent. */
export function WaitingList({ memberId, team }: WaitingListProps) {
  const waiting = useWaiting(memberId);
  const [state, setState] = useState<SendState>();
  const [isSending, setIsSending] = useState(false);
  // What is sent or discarded goes, and the pressed button with it.
  const follow = useFollowedPress();

  async function send(button: HTMLElement) {
    follow(button);
    setIsSending(true);
    try {
      const { states } = await sendOutbox();
      setState(states.get(memberId) ?? "answered");
    } finally {
      setIsSending(false);
    }
  }

  if (!waiting) return null;
  if (waiting.length === 0)
    return (
      // The element that held the list, so that the focus finds what is said here.
      <div>
        <EmptyState title="Nothing waits on this device">
          <p className="text-muted">What is logged without a connection stands here until it is sent.</p>
        </EmptyState>
      </div>
    );
  const answer = said(state, waiting);
  const formats = { date: dateFormat(team.locale), time: timeFormat(team) };
  return (
    <div className="flex flex-col gap-4">
      {answer ? <Notice>{answer}</Notice> : null}
      <ul className="rounded-box border border-border bg-surface shadow-box">
        {waiting.map((entry) => (
          <WaitingEntry
            key={entry.deviceId}
            entry={entry}
            when={dayAndTime(new Date(entry.recordedAt), team.timeZone, formats)}
            onDiscard={(button) => {
              follow(button);
              dropEntry(entry);
            }}
          />
        ))}
      </ul>
      <Button
        type="button"
        variant="primary"
        isPending={isSending}
        onClick={({ currentTarget }) => send(currentTarget)}
        className="min-h-11 self-start max-sm:w-full"
      >
        {isSending ? "Sending…" : "Send now"}
      </Button>
    </div>
  );
}
