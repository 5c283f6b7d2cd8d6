import { type Figure, FigureCard } from "@/components/figure-card";
import type { ViewAddress } from "@/components/filters/view-address";
import { daysUnit } from "@/lib/format/plural";
import type { TeamFormats } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";
import type { FollowUpState } from "@/lib/pipeline/follow-up";
import type { FollowUpFigures } from "@/lib/pipeline/follow-up-figures";
import { followUpWords } from "@/lib/wording/follow-up-words";

type KeptFiguresProps = { figures: FollowUpFigures; address: ViewAddress; formats: TeamFormats };

/** What became of the team's follow-ups of a period: a figure each, with the rows behind it. */
export function KeptFigures({ figures, address, formats }: KeptFiguresProps) {
  const { due, keptOnTime, keptLate, missed, open, medianDelayDays } = figures;
  const { path, params } = address;
  const ofDue = (count: number) =>
    due === 0 ? "nothing was due" : `${formats.percent(count / due)} of ${formats.count(due)} due`;
  const counted = (state: FollowUpState, count: number): Figure => ({
    ...followUpWords[state],
    value: formats.count(count),
    context: ofDue(count),
    previous: null,
    rows: { href: pageAddress(path, { ...params, show: state }), label: "Show" },
  });
  const cards: Figure[] = [
    {
      ...followUpWords.due,
      value: formats.count(due),
      context: "promised for a day of this period",
      previous: null,
      rows: { href: pageAddress(path, { ...params, show: "due" }), label: "Show" },
    },
    counted("kept on time", keptOnTime),
    counted("kept late", keptLate),
    counted("missed", missed),
    counted("open", open),
    {
      ...followUpWords.delay,
      value: formats.days(medianDelayDays),
      unit: daysUnit(medianDelayDays),
      context: keptLate === 0 ? "none was kept late" : `of ${formats.count(keptLate)} kept late`,
      previous: null,
    },
  ];
  return (
    <div className="relative grid grid-cols-2 enlarged:grid-cols-1 gap-3 md:grid-cols-3">
      {cards.map((figure) => (
        <FigureCard key={figure.label} figure={figure} className="relative" />
      ))}
    </div>
  );
}
