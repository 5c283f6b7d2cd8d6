"use client";

import { useState } from "react";

/** The value as it is now or, where there is none now, as it was last. */
export function useLast<Value>(value: Value | undefined): Value | undefined {
  const [last, keep] = useState(value);
  if (value && value !== last) keep(value);
  return value ?? last;
}
