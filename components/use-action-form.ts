"use client";

import { useActionState, useEffect, useRef } from "react";
import { type FormState, untouchedForm } from "@/lib/actions/form-state";

/**
 * What a form shows of its action, with or without JavaScript, and what its `<form>` is given. An answer is never
 * out of sight: the caret goes into the first field that is wrong, else the page moves to what is said, if it must.
 */
export function useActionForm<More = never>(
  action: (before: FormState<More>, form: FormData) => Promise<FormState<More>>,
) {
  const [state, formAction, isPending] = useActionState(action, untouchedForm);
  const ref = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const find = (selector: string) => ref.current?.querySelector<HTMLElement>(selector);
    if (Object.keys(state.errors).length > 0) find("[aria-invalid=true]")?.focus();
    else find("[data-opens-here]")?.scrollIntoView({ block: "nearest" });
  }, [state]);

  return { state, isPending, form: { ref, action: formAction, noValidate: true } };
}
