"use client";

import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { isComposing } from "@/components/is-composing";

/**
 * A field with a list under it while one types: the arrows go through the list, Enter takes, Escape closes, and
 * the caret stays in the field. Without JavaScript it is a plain field (`isLive` is false).
 *
 * Source: WAI-ARIA Authoring Practices, "Editable Combobox With List Autocomplete".
 */
export function useCombobox() {
  const id = useId();
  const [isLive, setIsLive] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);

  useEffect(() => setIsLive(true), []);

  const show = (isNow: boolean) => {
    setIsOpen(isNow);
    setActive(-1);
  };
  const open = () => show(true);
  const close = () => show(false);

  /**
   * The list with these options, whose ids begin with the field's: whether it shows, which option the arrows are on, and
   * what the field needs.
   */
  function over<Option>(options: readonly Option[], onChoose: (option: Option) => void) {
    const isShown = isLive && isOpen && options.length > 0;
    function onKeyDown(event: KeyboardEvent) {
      if (isComposing(event)) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const option = options[active];
      if (step && options.length > 0) {
        event.preventDefault();
        setIsOpen(true);
        setActive(
          active < 0 && step < 0 ? options.length - 1 : (active + step + options.length) % options.length,
        );
      } else if (event.key === "Enter" && isShown && option) {
        event.preventDefault();
        onChoose(option);
      } else if (event.key === "Escape" && isShown) {
        event.stopPropagation();
        close();
      }
    }
    const whileLive = {
      role: "combobox",
      "aria-expanded": isShown,
      "aria-controls": isShown ? `${id}-list` : undefined,
      "aria-activedescendant": isShown && active >= 0 ? `${id}-${active}` : undefined,
      "aria-autocomplete": "list",
    } as const;
    return { isShown, active, field: { onKeyDown, ...(isLive ? whileLive : {}) } };
  }

  return { id, isLive, isOpen, open, close, over };
}

export type Combobox = ReturnType<typeof useCombobox>;
