"use client";

import { type ComponentProps, useEffect, useRef } from "react";

type SearchFieldProps = Omit<ComponentProps<"input">, "type" | "defaultValue"> & {
  /** What the page was searched for. */
  search: string;
};

/** The field of a search that leads to a page: it says what was searched for, and keeps the caret and what one types. */
export function SearchField({ search, ...rest }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const shown = useRef(search);
  useEffect(() => {
    if (search === shown.current) return;
    shown.current = search;
    if (input.current && input.current !== document.activeElement) input.current.value = search;
  }, [search]);
  return <input ref={input} type="search" defaultValue={search} {...rest} />;
}
