/** What a view is filtered by, as one reads it: `Period`, `This quarter, 1 Oct – 24 Nov 2026`. */
export type FilterFact = { label: string; value: string };

type FilterFactsProps = { facts: readonly FilterFact[]; className?: string };

/** What a view is filtered by, where it cannot be changed: on paper and on a shared page. */
export function FilterFacts({ facts, className = "flex" }: FilterFactsProps) {
  if (facts.length === 0) return null;
  return (
    <dl aria-label="Filters" className={`${className} flex-wrap gap-x-6 gap-y-1`}>
      {facts.map(({ label, value }) => (
        <div key={label} className="flex gap-1.5">
          <dt className="shrink-0 text-muted">{label}</dt>
          <dd className="font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
