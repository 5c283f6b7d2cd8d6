"use client";

import { Plus } from "lucide-react";
import { useEffect, useRef } from "react";

/** The one with the id 0 is not there yet and is added by that name. */
export type Option = { id: number; name: string; hint: string };

type ComboboxOptionsProps<Choice extends Option> = {
  /** The field's id, which the list's and the options' ids begin with. */
  id: string;
  /** What the options are, for who cannot see them: "Customers". */
  label: string;
  /** What is added: "customer". */
  kind: string;
  options: readonly Choice[];
  active: number;
  onChoose: (choice: Choice) => void;
};

/** The list under a field while one types (use-combobox.ts). */
export function ComboboxOptions<Choice extends Option>({
  id,
  label,
  kind,
  options,
  active,
  onChoose,
}: ComboboxOptionsProps<Choice>) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div
      ref={list}
      id={`${id}-list`}
      role="listbox"
      aria-label={label}
      tabIndex={-1}
      onPointerDown={(event) => event.preventDefault()}
      className="absolute inset-x-0 top-full z-20 mt-1 max-h-[50dvh] scroll-mb-40 overflow-y-auto rounded-box border border-border bg-surface p-1 shadow-raised"
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
          className="touch-target flex min-h-10 cursor-pointer flex-wrap items-center gap-x-3 rounded-control px-2 py-1 hover:bg-surface-hover aria-selected:bg-accent-soft"
        >
          {choice.id === 0 ? (
            <>
              <Plus aria-hidden="true" className="size-4 shrink-0 text-accent" />
              <span className="min-w-0 flex-1">
                Add “{choice.name}” as a new {kind}
              </span>
            </>
          ) : (
            <>
              <span className="line-clamp-2 max-w-full font-medium wrap-anywhere">{choice.name}</span>
              <span className="ml-auto max-w-full truncate text-label text-muted">{choice.hint}</span>
            </>
          )}
        </div>
      ))}
    </div>
  );
}
