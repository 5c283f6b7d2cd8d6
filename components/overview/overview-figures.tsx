import { type Figure, FigureCard } from "@/components/figure-card";

type OverviewFiguresProps = {
  /** What the overview begins with. */
  headline: readonly Figure[];
  /** What the pipeline is worth and how it moves. */
  pipeline: readonly Figure[];
};

/** The overview's figures, each on its card. */
export function OverviewFigures({ headline, pipeline }: OverviewFiguresProps) {
  return (
    <section
      aria-label="Figures"
      className="grid grid-cols-[repeat(auto-fit,minmax(9.25rem,1fr))] gap-3 sm:grid-cols-2 lg:grid-cols-12"
    >
      {headline.map((figure) => (
        <FigureCard key={figure.label} figure={figure} className="lg:col-span-4" />
      ))}
      {pipeline.map((figure) => (
        <FigureCard
          key={figure.label}
          figure={figure}
          className="max-sm:col-span-full lg:col-span-6 xl:col-span-3"
        />
      ))}
    </section>
  );
}
