"use client";

import { LoaderCircle, Search } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState, useTransition } from "react";
import { isComposing } from "@/components/is-composing";
import { pageAddress } from "@/lib/page-address";
import { longestSearch } from "@/lib/search/longest-search";
import type { SearchHit } from "@/lib/search/search-everything";
import { SearchOptions } from "./search-options";
import { useSearchGroups } from "./use-search-groups";

type SearchDialogProps = { onClose: () => void; onHelp: () => void };

/**
 * The search over everything in a box: what is found as one types, chosen by arrows and Enter or by a press. It stays
 * until the page that was chosen is there: gone at once it would let a second tap through to what lies under it.
 */
export function SearchDialog({ onClose, onHelp }: SearchDialogProps) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const [isChosen, setIsChosen] = useState(false);
  const [isGoing, startGoing] = useTransition();
  const search = text.trim();
  const { search: answered, groups, failure } = useSearchGroups(search);
  const hits = groups.flatMap((group) => group.hits);
  const isCurrent = answered === search;
  const all: SearchHit = {
    title: `All results for “${search}”`,
    hint: "",
    href: pageAddress("/search", { q: search }),
  };
  const options = search !== "" && groups.some(({ isMore }) => isMore) ? [...hits, all] : hits;

  useEffect(() => dialog.current?.showModal(), []);

  useEffect(() => {
    if (isChosen && !isGoing) dialog.current?.close();
  }, [isChosen, isGoing]);

  function go(href: Route) {
    // The form that logs begins in its field, which an open box would keep the focus from.
    if (href.startsWith("/log")) dialog.current?.close();
    setIsChosen(true);
    startGoing(() => router.push(href));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const chosen = isCurrent ? options[active] : undefined;
    if (chosen) go(chosen.href);
    else if (search !== "") go(all.href);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || options.length === 0) return;
    event.preventDefault();
    setActive((active + step + options.length) % options.length);
  }

  function said() {
    if (failure === "signed out") return "You are signed out. Press Enter to sign in again.";
    if (failure) return "There was no answer. Press Enter to search on a page of its own.";
    if (!isCurrent || search === "") return "";
    return hits.length === 0 ? `Nothing is called or says “${search}”.` : "";
  }

  const Icon = isGoing ? LoaderCircle : Search;
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-label="Search everything"
      aria-busy={isGoing}
      className="mx-auto mt-[max(0.75rem,8dvh)] mb-auto w-[min(40rem,calc(100vw-1.5rem))] overflow-hidden rounded-box border border-border bg-surface p-0 text-text shadow-raised backdrop:bg-black/40"
    >
      <form action="/search" onSubmit={submit} className="flex max-h-[80dvh] flex-col">
        <label className="relative block border-border border-b">
          <span className="sr-only">
            Search customers, contacts, deals, notes, stages, the team, pages and actions
          </span>
          <Icon
            aria-hidden="true"
            className={`pointer-events-none absolute top-1/2 left-3.5 size-4 -translate-y-1/2 text-muted ${isGoing ? "motion-safe:animate-spin" : ""}`}
          />
          <input
            name="q"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
            role="combobox"
            aria-expanded={options.length > 0}
            aria-controls="search-options"
            aria-activedescendant={options.length > 0 ? `search-option-${active}` : undefined}
            aria-autocomplete="list"
            placeholder="Customer, contact, note, page"
            maxLength={longestSearch}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="go"
            className="input-text min-h-12 w-full bg-transparent pr-3.5 pl-10 outline-none placeholder:text-muted focus-visible:outline-none"
          />
        </label>
        <p role="status" className={said() ? "px-3.5 py-4 text-muted" : "sr-only"}>
          {said() || (isCurrent && search !== "" ? `${hits.length} found` : "")}
        </p>
        <SearchOptions
          groups={groups}
          more={options.length > hits.length ? all : null}
          active={active}
          onChoose={go}
        />
        <p className="flex items-center gap-3 border-border border-t px-3.5 py-2 text-label text-muted max-sm:hidden">
          <span>↑ ↓ to choose, Enter to open, Esc to close</span>
          <button
            type="button"
            onClick={onHelp}
            className="ml-auto rounded-sm font-medium hover:text-text hover:underline"
          >
            All keys
          </button>
        </p>
      </form>
    </dialog>
  );
}
