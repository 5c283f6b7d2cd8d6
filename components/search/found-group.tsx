import { Link } from "@/components/link";
import { LinkPending } from "@/components/link-pending";
import { Card } from "@/components/tremor/card";
import type { SearchGroup } from "@/lib/search/search-everything";
import { hitKindWords } from "./hit-kind-words";
import { HitText } from "./hit-text";

type FoundGroupProps = {
  group: SearchGroup;
  /** How many are shown at most, in words. */
  shown: string;
};

/** What a search found of one kind, as a list of links. */
export function FoundGroup({ group, shown }: FoundGroupProps) {
  const { kind, hits, isMore } = group;
  return (
    <section aria-labelledby={`found-${kind}`} className="flex flex-col gap-2">
      <h2 id={`found-${kind}`} className="font-semibold">
        {hitKindWords[kind]}
      </h2>
      <Card className="p-1.5">
        <ul>
          {hits.map((hit) => (
            <li key={`${hit.href} ${hit.title}`}>
              <Link
                href={hit.href}
                className="touch-target relative flex min-h-10 items-center rounded-control px-2.5 py-1.5 hover:bg-surface-hover"
              >
                <HitText hit={hit} />
                <LinkPending />
              </Link>
            </li>
          ))}
        </ul>
      </Card>
      {isMore ? (
        <p className="text-label text-muted">
          {kind === "note"
            ? `The ${shown} logged last. Give more words to narrow them down.`
            : `The first ${shown}. Write more of the name to narrow them down.`}
        </p>
      ) : null}
    </section>
  );
}
