import { plural } from "@/lib/format/plural";

type PipelineDifferenceProps = {
  /** Customers with an open deal. */
  inPipeline: number;
  /** Customers whose last sales conversation stands at an open stage. */
  atOpenStages: number;
  count: (value: number) => string;
};

/** Why In Pipeline and the grid's open stages differ, by how many; nothing when they agree. */
export function PipelineDifference({ inPipeline, atOpenStages, count }: PipelineDifferenceProps) {
  const more = inPipeline - atOpenStages;
  if (more === 0) return null;
  return (
    <p className="text-muted">
      In Pipeline counts {count(inPipeline)} {plural(inPipeline, "customer", "customers")}, the open stages
      here {count(atOpenStages)}: {count(more)} {plural(more, "customer has", "customers have")} an open deal,
      but {plural(more, "its", "their")} last conversation closed another deal, so{" "}
      {plural(more, "it stands", "they stand")} under a won or lost stage.
    </p>
  );
}
