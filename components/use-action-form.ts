"use client";

import { type FormEvent, type KeyboardEvent, useActionState, useEffect, useRef } from "react";
import { untouchedForm } from "@/lib/actions/form-state";
import { followPress, type Press, pressOf } from "./follow-press";
import { asksAgain } from "./misread-field";
import { type FormAction, toldInPlace } from "./told-in-place";

const isOnServer = typeof window === "undefined";

function isFilledIn(form: HTMLFormElement | null): boolean {
  const controls = [...(form?.elements ?? [])];
  return controls.some((control) => !control.matches("button, input[type=hidden]"));
}

/**
 * What a form shows of its action, with or without JavaScript, and what its `<form>` is given. An answer is never
 * out of sight: the caret goes into the first field that is wrong, else the page moves to what is said, if it must.
 * Where none came, that is said, and nothing typed is lost.
 */
export function useActionForm<More = never>(action: FormAction<More>) {
  const ref = useRef<HTMLFormElement>(null);
  // Only the action itself can be sent by a form without JavaScript.
  const sent = isOnServer ? action : toldInPlace(action, () => isFilledIn(ref.current));
  const [state, formAction, isPending] = useActionState(sent, untouchedForm);

  useEffect(() => {
    const find = (selector: string) => ref.current?.querySelector<HTMLElement>(selector);
    if (Object.keys(state.errors).length > 0) find("[aria-invalid=true]")?.focus();
    else find("[data-opens-here]")?.scrollIntoView({ block: "nearest" });
  }, [state]);

  // A pressed button may go with what it did, the whole form even, and the focus with it: followPress says where it goes on.
  const pressed = useRef<Press | null>(null);
  useEffect(() => {
    if (!pressed.current || pressed.current.button.isConnected) return;
    followPress(pressed.current, ref.current);
    pressed.current = null;
  });
  useEffect(() => () => void (pressed.current && followPress(pressed.current, null)), []);

  /**
   * Pressed twice it is sent once: the second would be done after the first, as another. A day that cannot be read
   * the browser asks for again, unless the pressed button needs none (`formNoValidate`).
   */
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const needsNone = submitter?.hasAttribute("formnovalidate");
    if (isPending || (!needsNone && asksAgain(event.currentTarget))) event.preventDefault();
    else pressed.current = submitter && pressOf(submitter);
  }

  /** Enter held down sends once. */
  function onKeyDown(event: KeyboardEvent) {
    const sends = event.target instanceof Element && event.target.matches("input, button");
    if (event.repeat && event.key === "Enter" && sends) event.preventDefault();
  }

  /** React empties a form once its action has run. */
  function onReset(event: FormEvent) {
    if (state.keepsFields) event.preventDefault();
  }

  return {
    state,
    isPending,
    form: { ref, action: formAction, onSubmit, onKeyDown, onReset, noValidate: true },
  };
}
