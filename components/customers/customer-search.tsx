"use client";

import { LoaderCircle, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useEffectEvent, useRef, useTransition } from "react";
import { buttonClass } from "@/components/button-class";
import { pageAddress } from "@/lib/page-address";

type CustomerSearchProps = { search: string; archived: boolean };

const pauseInTyping = 150;

/**
 * Searches customers as one types: the list follows while the caret stays where it is, and the address with it.
 * Without JavaScript it is a form with a button.
 */
export function CustomerSearch({ search, archived }: CustomerSearchProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef(search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function ask() {
    clearTimeout(timer.current);
    const text = input.current?.value.trim() ?? "";
    if (text === asked.current) return;
    asked.current = text;
    const address = pageAddress("/customers", { search: text, archived: archived ? "yes" : null });
    startTransition(() => router.replace(address, { scroll: false }));
  }

  useEffect(() => {
    if (search === asked.current) return;
    asked.current = search;
    if (input.current && input.current !== document.activeElement) input.current.value = search;
  }, [search]);

  const typedEarly = useEffectEvent(ask);
  useEffect(() => {
    typedEarly();
    return () => clearTimeout(timer.current);
  }, []);

  function askSoon() {
    clearTimeout(timer.current);
    timer.current = setTimeout(ask, pauseInTyping);
  }

  function askNow(event: FormEvent) {
    event.preventDefault();
    ask();
  }

  const Icon = isPending ? LoaderCircle : Search;
  return (
    <search className="min-w-0 flex-1 max-sm:basis-full sm:max-w-md print:hidden">
      <form action="/customers" onSubmit={askNow} className="flex gap-2">
        {archived ? <input type="hidden" name="archived" value="yes" /> : null}
        <label className="relative min-w-0 flex-1">
          <span className="sr-only">Search by name, contact, e-mail or phone number</span>
          <Icon
            aria-hidden="true"
            className={`pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted ${isPending ? "motion-safe:animate-spin" : ""}`}
          />
          <input
            ref={input}
            type="search"
            name="search"
            defaultValue={search}
            onInput={askSoon}
            autoComplete="off"
            spellCheck={false}
            placeholder="Name, contact, phone"
            className="touch-target input-text min-h-9 w-full rounded-control border border-border-strong bg-surface pr-2 pl-8 placeholder:text-muted"
          />
        </label>
        <noscript>
          <button type="submit" className={buttonClass()}>
            Search
          </button>
        </noscript>
      </form>
    </search>
  );
}
