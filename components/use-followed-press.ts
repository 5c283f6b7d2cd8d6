"use client";

import { useEffect, useRef } from "react";
import { followPress, type Press, pressOf } from "./follow-press";

/**
 * Where a pressed button goes with what it did, the focus goes on at what is said nearby.
 *
 * @returns is to be told of the press.
 */
export function useFollowedPress(): (button: HTMLElement) => void {
  const pressed = useRef<Press | null>(null);
  useEffect(() => {
    if (!pressed.current || pressed.current.button.isConnected) return;
    followPress(pressed.current, null);
    pressed.current = null;
  });
  return (button) => {
    pressed.current = pressOf(button);
  };
}
