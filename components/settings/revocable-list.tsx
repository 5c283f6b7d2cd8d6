"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/button";
import { FormAnswer } from "@/components/form-answer";
import { OpenedBy } from "@/components/opened-by";
import type { FormAction } from "@/components/told-in-place";
import { useActionForm } from "@/components/use-action-form";

/** Something that can be revoked, its texts finished. */
type Revocable = { id: number; title: string; facts: string };

type RevocableListProps = {
  action: FormAction;
  /** Under which name the action is told the id. */
  field: string;
  items: readonly Revocable[];
  label: string;
  /** Said where there is nothing. */
  empty: ReactNode;
};

/** A list each of whose items can be revoked. */
export function RevocableList({ action, field, items, label, empty }: RevocableListProps) {
  const { state, isPending, form } = useActionForm(action);
  return (
    <form {...form} aria-label={label} className="flex flex-col gap-3">
      <OpenedBy />
      <FormAnswer state={state} />
      {items.length === 0 ? (
        <p className="text-muted">{empty}</p>
      ) : (
        <ul className="flex flex-col rounded-box border border-border bg-surface shadow-box">
          {items.map(({ id, title, facts }) => (
            <li
              key={id}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 border-border border-b px-4 py-2 last:border-b-0"
            >
              <div className="min-w-0 flex-1 basis-56">
                <p className="font-medium">{title}</p>
                <p className="figures text-label text-muted">{facts}</p>
              </div>
              <Button variant="quiet" name={field} value={id} aria-busy={isPending} className="max-sm:-ml-3">
                Revoke<span className="sr-only"> {title}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
