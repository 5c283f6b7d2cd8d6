"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";

/**
 * Tells of what was typed into a field before the page came to life: until then it stands in the field alone, and
 * the next rendering would write the field's value over it.
 *
 * @param value what the field was rendered with.
 */
export function useTypedEarly(
  input: RefObject<HTMLInputElement | null>,
  value: string,
  onTyped: (typed: string) => void,
) {
  const look = useEffectEvent(() => {
    const typed = input.current?.value ?? value;
    if (typed !== value) onTyped(typed);
  });
  useEffect(() => look(), []);
}
