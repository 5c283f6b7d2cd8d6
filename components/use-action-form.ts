"use client";

import { type FormEvent, useActionState, useEffect, useRef } from "react";
import { untouchedForm } from "@/lib/actions/form-state";
import { type FormAction, toldInPlace } from "./told-in-place";

const isOnServer = typeof window === "undefined";

/**
 * What a form shows of its action, with or without JavaScript, and what its `<form>` is given. An answer is never
 * out of sight: the caret goes into the first field that is wrong, else the page moves to what is said, if it must.
 * Where none came, that is said, and nothing typed is lost.
 */
export function useActionForm<More = never>(action: FormAction<More>) {
  // Only the action itself can be sent by a form without JavaScript.
  const sent = isOnServer ? action : toldInPlace(action);
  const [state, formAction, isPending] = useActionState(sent, untouchedForm);
  const ref = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const find = (selector: string) => ref.current?.querySelector<HTMLElement>(selector);
    if (Object.keys(state.errors).length > 0) find("[aria-invalid=true]")?.focus();
    else find("[data-opens-here]")?.scrollIntoView({ block: "nearest" });
  }, [state]);

  /** React empties a form once its action has run. */
  function onReset(event: FormEvent) {
    if (state.keepsFields) event.preventDefault();
  }

  return { state, isPending, form: { ref, action: formAction, onReset, noValidate: true } };
}
