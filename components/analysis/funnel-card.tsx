import { ChartCard } from "@/components/charts/chart-card";
import { ChartTable } from "@/components/charts/chart-table";
import { FunnelBars } from "@/components/charts/funnel-bars";
import type { FunnelStep } from "@/lib/figures/funnel";
import { markColor } from "@/lib/format/mark-color";
import type { TeamFormats } from "@/lib/format/team-formats";
import { archivedInWords } from "@/lib/wording/archived-in-words";

type FunnelCardProps = { steps: readonly FunnelStep[]; formats: TeamFormats };

/** How many of the deals opened in the period reached each open stage, and how many are won. */
export function FunnelCard({ steps, formats }: FunnelCardProps) {
  const { count, percent } = formats;
  const inUse = steps.filter(({ stage }) => !stage?.isArchived);
  const archived = steps.filter(({ stage }) => stage?.isArchived);
  // The arrow under a bar points to the step it tells of, so what is no step stands below them all.
  const shown = [...inUse, ...archived];
  const bars = shown.map(({ stage, reached, shareOfOpened, conversionToNext }, index) => ({
    key: String(stage?.id ?? "won"),
    name: stage?.name ?? "Won",
    value: shareOfOpened ?? 0,
    text: count(reached),
    share: stage?.isArchived ? archivedInWords(stage) : shareOfOpened === null ? "" : percent(shareOfOpened),
    color: stage ? markColor(stage) : "var(--won-mark)",
    step: conversionToNext === null ? null : percent(conversionToNext),
    stepText:
      conversionToNext === null
        ? null
        : `${percent(conversionToNext)} go on: ${count(shown[index + 1]?.reached ?? 0)} of ${count(reached)}`,
  }));
  return (
    <ChartCard
      title="Funnel"
      lead="Deals opened in the period: how many reached each stage, and how many are won at its end"
      note="Each share is of all deals opened. A skipped stage counts as reached; a lost one reaches nothing further. A deal won and then cancelled reached every stage but is not won."
      chart={<FunnelBars id="funnel" title="Funnel of the deals opened in the period" bars={bars} />}
      table={
        <ChartTable
          caption="Funnel"
          headings={["Stage", "Deals", "Of all opened", "To the next"]}
          rows={bars.map((bar) => ({ ...bar, numbers: [bar.text, bar.share || "–", bar.step ?? "–"] }))}
        />
      }
    />
  );
}
