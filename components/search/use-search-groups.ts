"use client";

import { useEffect, useState } from "react";
import type { SearchGroup } from "@/lib/search/search-everything";

const pauseMs = 120;

type Answer = {
  /** Which text it belongs to; null: nothing was answered yet. */
  search: string | null;
  groups: readonly SearchGroup[];
  /** What went wrong: one is signed out, or there was no answer. */
  failure: "signed out" | "no answer" | null;
};

const nothing: Answer = { search: null, groups: [], failure: null };

async function ask(search: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(`/search/results?q=${encodeURIComponent(search)}`, { signal });
  if (response.ok) return { search, groups: (await response.json()) as SearchGroup[], failure: null };
  return { search, groups: [], failure: response.status === 401 ? "signed out" : "no answer" };
}

/** What is found for a text, asked for once typing pauses. Until then what was found for the text before. */
export function useSearchGroups(search: string): Answer {
  const [answer, setAnswer] = useState(nothing);

  useEffect(() => {
    const gone = new AbortController();
    const timer = setTimeout(
      async () => {
        try {
          setAnswer(await ask(search, gone.signal));
        } catch {
          if (!gone.signal.aborted) setAnswer({ search, groups: [], failure: "no answer" });
        }
      },
      search === "" ? 0 : pauseMs,
    );
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [search]);

  return answer;
}
