"use client";

import { type ComponentProps, useEffect, useRef } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";

type GoButtonProps = Omit<ComponentProps<typeof Button>, "type" | "isPending" | "ref"> & {
  /** Enter in a field moves the focus to it: the fields are made anew with the page, and the focus would go with them. */
  takesFocus?: boolean;
};

/** The button of a form that leads to a page: it shows that the page is on its way. */
export function GoButton({ takesFocus = false, ...rest }: GoButtonProps) {
  const { pending } = useFormStatus();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (pending && takesFocus) button.current?.focus();
  }, [pending, takesFocus]);
  return <Button ref={button} isPending={pending} {...rest} />;
}
