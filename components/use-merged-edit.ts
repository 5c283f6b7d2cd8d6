import { useState } from "react";
import type { FormState } from "@/lib/actions/form-state";
import { mergeEdit } from "@/lib/merge-edit";

type Saved<Name extends string> = { id?: number; version: number; facts: Readonly<Record<Name, string>> };

/**
 * An edit of a record that others may edit too. Given what is saved now, it knows what was saved when the edit
 * began, and after a refused save brings the two and what was typed together. A save that worked begins it anew.
 */
export function useMergedEdit<Name extends string>(names: readonly Name[], saved: Saved<Name>) {
  const [begun] = useState(saved);
  return ({ values: sent, done }: FormState) => {
    const isSaved = done !== undefined;
    const values = isSaved ? {} : sent;
    const isSent = isSaved || values.version !== undefined;
    const basis = isSent ? saved : begun;
    const pick = (from: (name: Name) => string | undefined) =>
      Object.fromEntries(names.map((name) => [name, from(name) ?? basis.facts[name]])) as Record<
        Name,
        string
      >;
    return {
      basis,
      fields: mergeEdit(names, {
        seen: pick((name) => values[`seen-${name}`]),
        typed: pick((name) => values[name]),
        now: basis.facts,
      }),
    };
  };
}
