"use client";

import type { Route } from "next";
import { type MouseEvent, useEffect, useRef } from "react";
import type { SearchGroup, SearchHit } from "@/lib/search/search-everything";
import { hitKindWords } from "./hit-kind-words";
import { HitText } from "./hit-text";

type SearchOptionsProps = {
  groups: readonly SearchGroup[];
  /** Leads to the page with more of them; null: there are no more. */
  more: SearchHit | null;
  /** Which one Enter opens, counted through all groups. */
  active: number;
  onChoose: (href: Route) => void;
};

const look =
  "touch-target flex min-h-10 items-center rounded-control px-2.5 py-1.5 hover:bg-surface-hover aria-selected:bg-accent-soft";

/** What was found, kind by kind, to choose from. The caret stays in the field above. */
export function SearchOptions({ groups, more, active, onChoose }: SearchOptionsProps) {
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.querySelector(`#search-option-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [active]);

  function option(hit: SearchHit, index: number) {
    const choose = (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      onChoose(hit.href);
    };
    return (
      <a
        key={index}
        id={`search-option-${index}`}
        role="option"
        aria-selected={index === active}
        tabIndex={-1}
        href={hit.href}
        onClick={choose}
        className={look}
      >
        <HitText hit={hit} />
      </a>
    );
  }

  let first = 0;
  const numbered = groups.map((group) => {
    const at = first;
    first += group.hits.length;
    return { ...group, first: at };
  });
  return (
    <div
      ref={list}
      id="search-options"
      role="listbox"
      aria-label="What was found"
      className="min-h-0 overflow-y-auto overscroll-contain p-1.5 empty:hidden"
    >
      {numbered.map(({ kind, hits, first: from }) => (
        <fieldset key={kind} aria-label={hitKindWords[kind]} className="min-w-0">
          <p aria-hidden="true" className="px-2.5 pt-2 pb-1 font-medium text-label text-muted">
            {hitKindWords[kind]}
          </p>
          {hits.map((hit, index) => option(hit, from + index))}
        </fieldset>
      ))}
      {more ? option(more, first) : null}
    </div>
  );
}
