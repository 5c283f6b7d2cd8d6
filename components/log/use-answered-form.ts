"use client";

import { unstable_rethrow } from "next/navigation";
import { type FormEvent, useActionState, useState, useTransition } from "react";
import { type FormAction, toldInPlace, unanswered } from "@/components/told-in-place";

const failedHere =
  "This could not be saved: something went wrong here, not with what you did. What you typed is still here; try again in a moment.";

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
    if (isPending) return;
    const form = new FormData(event.currentTarget);
    startTransition(async () => {
      try {
        const answered = await toldInPlace(action)(state as Awaited<typeof state>, form);
        startTransition(() => setState(answered));
      } catch (error) {
        unstable_rethrow(error);
        setState(unanswered(state as Awaited<typeof state>, form, failedHere));
      }
    });
  }

  return { state, isPending, formAction, onSubmit };
}
