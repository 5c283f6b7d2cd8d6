import type { Route } from "next";
import { TextLink } from "@/components/text-link";
import type { FactName, SaidInWords } from "@/lib/log/said-in-words";

/** The facts that stand in the list under what was said, in their order. */
export const listedFacts: readonly FactName[] = [
  "When",
  "Held by",
  "How",
  "About",
  "With whom",
  "Deal",
  "Amount",
  "Duration",
];

type FactListProps = {
  facts: readonly FactName[];
  said: SaidInWords;
  /** Where those facts lead that have a page of their own. */
  links?: Partial<Record<FactName, Route>>;
};

/** Facts of a conversation side by side; what was not said is left out. */
export function FactList({ facts, said, links = {} }: FactListProps) {
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3 border-border border-t pt-4 sm:grid-cols-4">
      {facts
        .filter((fact) => said[fact] !== "")
        .map((fact) => (
          <div key={fact} className="min-w-0">
            <dt className="text-label text-muted">{fact}</dt>
            <dd className="figures">
              <Fact href={links[fact]}>{said[fact]}</Fact>
            </dd>
          </div>
        ))}
    </dl>
  );
}

function Fact({ href, children }: { href: Route | undefined; children: string }) {
  if (!href) return children;
  return <TextLink href={href}>{children}</TextLink>;
}
