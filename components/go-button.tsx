"use client";

import { type ComponentProps, useEffect, useRef } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";
import { closePopover } from "./close-popover";

type GoButtonProps = Omit<ComponentProps<typeof Button>, "type" | "isPending" | "ref"> & {
  /** Enter in a field moves the focus to it: the fields are made anew with the page, and the focus would go with them. */
  takesFocus?: boolean;
};

/** The button of a form that leads to a page: it shows that the page is on its way, and its popover goes once it is there. */
export function GoButton({ takesFocus = false, ...rest }: GoButtonProps) {
  const { pending } = useFormStatus();
  const button = useRef<HTMLButtonElement>(null);
  const wasPending = useRef(false);
  useEffect(() => {
    if (pending && takesFocus) button.current?.focus();
    const popover = button.current?.closest<HTMLDetailsElement>("details[data-popover]");
    // The page of the same address as before is no new one, by which popovers close else.
    if (wasPending.current && !pending && popover) closePopover(popover);
    wasPending.current = pending;
  }, [pending, takesFocus]);
  return <Button ref={button} isPending={pending} {...rest} />;
}
