"use client";

import { type FormEvent, useRef } from "react";
import type { FormState } from "@/lib/actions/form-state";
import type { FormAction } from "./told-in-place";
import { useActionForm } from "./use-action-form";
import { useLast } from "./use-last";

/**
 * A form that makes a secret, which is seen once: `made` stays in sight through later answers that have none, and
 * until a field is changed no other is made, since a second press is as often none that was meant: it leads to
 * what was made.
 */
export function useMakingForm<Made>(action: FormAction<Made>) {
  const { state, isPending, form } = useActionForm(action);
  const made = useLast(state.more);
  // What was answered when a field was changed last.
  const changedAt = useRef<FormState<Made>>(undefined);

  function onChange() {
    changedAt.current = state as FormState<Made>;
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const isJustMade = state.more !== undefined && !state.keepsFields;
    if (!isJustMade || changedAt.current === state) return form.onSubmit(event);
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>("[data-opens-here]")?.focus();
  }

  return { state, made, isPending, form: { ...form, onChange, onSubmit } };
}
