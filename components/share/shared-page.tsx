import { EmptyState } from "@/components/empty-state";
import { FilterFacts } from "@/components/filters/filter-facts";
import { filtersInWords } from "@/components/filters/filters-in-words";
import { withinPeriod } from "@/components/filters/within-period";
import { PageHeader } from "@/components/page-header";
import { isEmptyAnalysis } from "@/lib/figures/is-empty-analysis";
import { teamFormats } from "@/lib/format/team-formats";
import type { OpenShare } from "@/lib/shares/open-share";
import type { SharedView } from "@/lib/shares/read-shared-view";
import { SharedAnalysis } from "./shared-analysis";
import { SharedOverview } from "./shared-overview";
import { SharedStages } from "./shared-stages";

type SharedPageProps = Pick<OpenShare, "link" | "team" | "today"> & {
  shown: SharedView;
  /** Where the link leads. */
  path: string;
};

function isEmpty(shown: SharedView): boolean {
  return shown.view === "analysis" ? isEmptyAnalysis(shown) : shown.totals.rows === 0;
}

function SharedParts({ link, team, today, shown, path }: SharedPageProps) {
  const formats = teamFormats(team);
  const look = { parts: link.parts, hidesAmounts: link.amountsHidden, formats };
  switch (shown.view) {
    case "overview":
      return <SharedOverview shown={shown} isToday={shown.filter.to === today} {...look} />;
    case "stages":
      return <SharedStages shown={shown} path={path} {...look} />;
    case "analysis":
      return <SharedAnalysis shown={shown} parts={link.parts} formats={formats} />;
  }
}

/** What a link shows: its title, the team, what it is filtered by, and its parts. */
export function SharedPage(props: SharedPageProps) {
  const { link, team, shown } = props;
  const formats = teamFormats(team);
  const isOfPeriod = shown.view === "analysis";
  const when = withinPeriod(isOfPeriod ? shown.filter : { ...shown.filter, from: null }, formats);
  const facts = [
    ...filtersInWords(shown, formats),
    ...(shown.view === "stages" && shown.chosen ? [{ label: "Stage", value: shown.chosen.name }] : []),
    ...(shown.isSearched ? [{ label: "Search", value: "narrowed by whoever shared it" }] : []),
    {
      label: "Shown",
      value: shown.isFrozen ? "the end of that day, late entries and corrections included" : "live",
    },
  ];
  return (
    <>
      <PageHeader title={link.title} lead={team.name} />
      <FilterFacts facts={facts} />
      {isEmpty(shown) ? (
        <EmptyState title="Nothing to show">
          <p className="text-muted">No sales conversation {when} is in what was shared.</p>
        </EmptyState>
      ) : (
        <SharedParts {...props} />
      )}
    </>
  );
}
