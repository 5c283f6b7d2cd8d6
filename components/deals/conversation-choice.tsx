"use client";

import { useId, useRef } from "react";
import { FieldError } from "@/components/field-error";
import { opensHere } from "@/components/opens-here";
import type { DealPage } from "@/lib/deals/read-deal-page";

type ConversationChoiceProps = Pick<DealPage, "conversations"> & {
  /** The ids that were chosen, with commas between. */
  before: string;
  error?: string;
};

/** The conversations that become a deal of their own: any of them, or one and all after it. */
export function ConversationChoice({ conversations, before, error }: ConversationChoiceProps) {
  const id = useId();
  const fields = useRef<HTMLFieldSetElement>(null);
  const chosen = before.split(",").map(Number);

  function chooseFrom(first: number): void {
    const boxes = fields.current?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [];
    for (const [index, box] of [...boxes].entries()) box.checked = index >= first;
  }

  return (
    <fieldset
      key={before}
      ref={fields}
      {...(error ? opensHere : {})}
      aria-describedby={error ? `${id}-error` : undefined}
      className="flex flex-col gap-1 focus:outline-none"
    >
      <legend className="mb-1 font-medium">These become the new deal</legend>
      <FieldError of={id}>{error}</FieldError>
      {conversations.map(({ id: one, when, what, note }, index) => (
        <div key={one} className="flex items-start justify-between gap-3">
          <label className="touch-target flex min-h-9 min-w-0 cursor-pointer items-start gap-2.5 py-1.5">
            <input
              type="checkbox"
              name="conversationIds"
              value={one}
              defaultChecked={chosen.includes(one)}
              aria-invalid={error ? true : undefined}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              <span className="figures font-medium">{when}</span> <span>{what}</span>
              {note ? <span className="block text-label text-muted">{note}</span> : null}
            </span>
          </label>
          {index > 0 ? (
            <button
              type="button"
              onClick={() => chooseFrom(index)}
              className="touch-around shrink-0 py-1.5 font-medium text-accent hover:underline noscript:hidden"
            >
              From here on<span className="sr-only">, {when}</span>
            </button>
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}
