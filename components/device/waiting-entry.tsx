"use client";

import { Button } from "@/components/button";
import { buttonClass } from "@/components/button-class";
import { NoteText } from "@/components/note-text";
import { SecondStep } from "@/components/second-step";
import type { OutboxEntry } from "@/lib/device/outbox-entry";
import { pageAddress } from "@/lib/page-address";

type WaitingEntryProps = {
  entry: OutboxEntry;
  when: string;
  onDiscard: (button: HTMLElement) => void;
};

function questionOf({ asked }: OutboxEntry): string | undefined {
  return asked && (asked.message ?? Object.values(asked.errors)[0] ?? "Something is still to be said.");
}

/**
 * One conversation that waits on this device: whom with, when it was written down, what was said, why it waits,
 * what one does about it.
 */
export function WaitingEntry({ entry, when, onDiscard }: WaitingEntryProps) {
  const { customer, note } = entry.values;
  const question = questionOf(entry);
  return (
    <li className="flex flex-col gap-2 border-border border-t px-4 py-3 first:border-t-0">
      <div className="min-w-0">
        <p className="font-semibold">{customer || "No customer"}</p>
        <p className="figures text-label text-muted">{when}</p>
        <NoteText note={note} className="line-clamp-3" />
      </div>
      <p className={question ? "text-lost" : "text-muted"}>{question ?? "Waits for a connection."}</p>
      <div className="flex flex-wrap gap-2">
        <a
          href={pageAddress("/log", { entry: entry.deviceId })}
          className={buttonClass(question ? "primary" : "secondary")}
        >
          {question ? "Answer" : "Open"}
          <span className="sr-only"> the conversation with {customer}</span>
        </a>
        <SecondStep
          first={
            <>
              Discard…<span className="sr-only"> the conversation with {customer}</span>
            </>
          }
        >
          <Button type="button" variant="danger" onClick={({ currentTarget }) => onDiscard(currentTarget)}>
            Discard it for good
          </Button>
        </SecondStep>
      </div>
    </li>
  );
}
