"use client";

import { type FormEvent, useActionState, useState, useTransition } from "react";
import { asksAgain } from "@/components/misread-field";
import { type FormAction, toldInPlace } from "@/components/told-in-place";
import { momentInputs } from "./moment-inputs";

/**
 * Sends a form to its action, with or without JavaScript. Unlike a plain form's, its fields are left alone by
 * an answer, also when there is none: nothing typed is lost with the connection.
 */
export function useAnsweredForm<More>(action: FormAction<More>, values: Record<string, string>) {
  const [posted, formAction] = useActionState(action, { errors: {}, values });
  const [state, setState] = useState(posted);
  const [isPending, startTransition] = useTransition();

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending || asksAgain(event.currentTarget, momentInputs)) return;
    const form = new FormData(event.currentTarget);
    startTransition(async () => {
      const answered = await toldInPlace(action)(state as Awaited<typeof state>, form);
      startTransition(() => setState(answered));
    });
  }

  return { state, isPending, formAction, onSubmit };
}
