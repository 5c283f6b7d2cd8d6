"use client";

import { Plus } from "lucide-react";
import type { CustomerChoice } from "@/lib/log/customer-said";

type CustomerOptionsProps = {
  /** The field's id, which the list's and the options' ids begin with. */
  id: string;
  /** The one with the id 0 is a new customer of that name. */
  options: readonly CustomerChoice[];
  active: number;
  onChoose: (choice: CustomerChoice) => void;
};

/** The list under the customer field while one types. The caret stays in the field. */
export function CustomerOptions({ id, options, active, onChoose }: CustomerOptionsProps) {
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label="Customers"
      tabIndex={-1}
      onPointerDown={(event) => event.preventDefault()}
      className="absolute inset-x-0 top-full z-20 mt-1 max-h-[50dvh] overflow-y-auto rounded-box border border-border bg-surface p-1 shadow-raised"
    >
      {options.map((choice, index) => (
        <div
          key={choice.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onClick={() => onChoose(choice)}
          onKeyDown={(event) => event.key === "Enter" && onChoose(choice)}
          className="touch-target flex min-h-10 cursor-pointer items-center gap-3 rounded-control px-2 hover:bg-surface-hover aria-selected:bg-accent-soft"
        >
          {choice.id === 0 ? (
            <>
              <Plus aria-hidden="true" className="size-4 shrink-0 text-accent" />
              <span className="wrap-anywhere">Add “{choice.name}” as a new customer</span>
            </>
          ) : (
            <>
              <span className="min-w-0 truncate font-medium">{choice.name}</span>
              <span className="ml-auto shrink-0 text-label text-muted">{choice.hint}</span>
            </>
          )}
        </div>
      ))}
    </div>
  );
}
