"use client";

import { Button } from "@/components/button";
import { buttonClass } from "@/components/button-class";
import { addressOfDraft, type Draft, draftIdOf } from "@/lib/device/drafts";

type UnfinishedDraftsProps = { drafts: readonly Draft[]; onDiscard: (draft: Draft) => void };

function inShort({ values: { customer, note } }: Draft): string {
  const text = [customer.trim(), note.trim()].filter(Boolean).join(": ");
  return text === "" ? "Something without a customer" : text;
}

/** What was begun elsewhere, at other addresses or in other tabs, and is not logged yet. */
export function UnfinishedDrafts({ drafts, onDiscard }: UnfinishedDraftsProps) {
  if (drafts.length === 0) return null;
  return (
    <details className="rounded-box border border-border bg-surface">
      <summary className="flex min-h-11 items-center px-4 font-medium hover:bg-surface-hover">
        {drafts.length === 1 ? "One more is not logged yet" : `${drafts.length} more are not logged yet`}
      </summary>
      <ul className="border-border border-t">
        {drafts.map((draft) => (
          <li
            key={draftIdOf(draft)}
            className="flex items-center gap-2 border-border border-b px-4 py-2 last:border-b-0"
          >
            <p className="min-w-0 flex-1 truncate">{inShort(draft)}</p>
            <a href={`/log?${addressOfDraft(draft)}`} className={buttonClass()}>
              Go on
            </a>
            <Button type="button" variant="quiet" onClick={() => onDiscard(draft)}>
              Discard
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
