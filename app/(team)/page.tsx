import type { Metadata } from "next";
import { CopyLink } from "@/components/filters/copy-link";
import { FilterBar } from "@/components/filters/filter-bar";
import { periodInWords } from "@/components/filters/period-in-words";
import { absoluteAddress, viewAddress } from "@/components/filters/view-address";
import { NothingLogged } from "@/components/nothing-logged";
import { compareOverviews } from "@/components/overview/comparison";
import { FigureCard } from "@/components/overview/figure-card";
import { headlineFigures } from "@/components/overview/headline-figures";
import { NeedsAttention } from "@/components/overview/needs-attention";
import { pipelineFigures } from "@/components/overview/pipeline-figures";
import { StageCharts } from "@/components/overview/stage-charts";
import { TrendCharts } from "@/components/overview/trend-charts";
import { PageHeader } from "@/components/page-header";
import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { readGridTotals } from "@/lib/figures/grid";
import { readOverview } from "@/lib/figures/overview";
import { readPageFilter, type SearchParams } from "@/lib/figures/page-filter";
import { readTrends } from "@/lib/figures/trends";
import { readAttention } from "@/lib/follow-ups/read-attention";
import { teamFormats } from "@/lib/format/team-formats";

export const metadata: Metadata = { title: "Overview" };

/** The overview: what is in the pipeline, what came of it, and how both moved. */
export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { team, today } = await requireMember();
  const params = await searchParams;
  const { currencyDigits } = team;
  const pageFilter = await readPageFilter(db, params, today);
  const { filter, previous } = pageFilter;
  const isToday = filter.to === today;
  const [overview, before, totals, trends, attention] = await Promise.all([
    readOverview(db, filter, currencyDigits),
    previous ? readOverview(db, previous, currencyDigits) : null,
    readGridTotals(db, filter, currencyDigits),
    readTrends(db, filter),
    isToday ? readAttention(db, filter.salespersonId, today) : null,
  ]);

  const formats = teamFormats(team);
  const address = viewAddress("/", params);
  const comparison = compareOverviews(
    overview,
    previous && before && { overview: before, period: previous },
    formats,
  );
  const headline = headlineFigures({
    overview,
    comparison,
    formats,
    to: filter.to,
    isToday,
    params: address.params,
  });
  return (
    <>
      <PageHeader
        title="Overview"
        lead={`${team.name}, ${periodInWords(filter, formats)}`}
        actions={<CopyLink href={absoluteAddress(address, filter)} />}
      />
      <FilterBar
        address={address}
        filter={pageFilter}
        formats={formats}
        salespersonMeaning="Keeps the deals this person owns."
      />
      {totals.rows === 0 ? (
        <NothingLogged
          isEverything={isToday && !filter.salespersonId}
          day={formats.date(filter.to)}
          {...address}
        />
      ) : (
        <>
          <section
            aria-label="Figures"
            className="grid grid-cols-[repeat(auto-fit,minmax(9.25rem,1fr))] gap-3 sm:grid-cols-2 lg:grid-cols-12"
          >
            {headline.map((figure) => (
              <FigureCard key={figure.label} figure={figure} className="lg:col-span-4" />
            ))}
            {pipelineFigures(overview, comparison, formats, address.params).map((figure) => (
              <FigureCard
                key={figure.label}
                figure={figure}
                className="max-sm:col-span-full lg:col-span-6 xl:col-span-3"
              />
            ))}
          </section>
          {attention ? (
            <NeedsAttention
              attention={attention}
              salespersonId={filter.salespersonId}
              today={today}
              formats={formats}
            />
          ) : null}
          <section
            aria-label="Charts"
            className="grid grid-cols-1 gap-3 has-[details[open]]:items-start lg:grid-cols-12"
          >
            <StageCharts totals={totals} formats={formats} />
            <TrendCharts trends={trends} to={filter.to} formats={formats} />
          </section>
        </>
      )}
    </>
  );
}
