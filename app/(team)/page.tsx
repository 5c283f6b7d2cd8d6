import type { Metadata } from "next";
import { CopyLink } from "@/components/filters/copy-link";
import { FilterBar } from "@/components/filters/filter-bar";
import { periodInWords } from "@/components/filters/period-in-words";
import { absoluteAddress, viewAddress } from "@/components/filters/view-address";
import { KeepsPlace } from "@/components/keeps-place";
import { NothingLogged } from "@/components/nothing-logged";
import { compareOverviews } from "@/components/overview/comparison";
import { headlineFigures } from "@/components/overview/headline-figures";
import { NeedsAttention } from "@/components/overview/needs-attention";
import { OverviewCharts } from "@/components/overview/overview-charts";
import { OverviewFigures } from "@/components/overview/overview-figures";
import { pipelineFigures } from "@/components/overview/pipeline-figures";
import { QuarantineNotice } from "@/components/overview/quarantine-notice";
import { StageCharts } from "@/components/overview/stage-charts";
import { TrendCharts } from "@/components/overview/trend-charts";
import { PageHeader } from "@/components/page-header";
import { ShareButton } from "@/components/share/share-button";
import { db } from "@/db/client";
import { getLogCounts } from "@/db/queries/counts";
import { countQuarantined } from "@/db/queries/quarantine";
import { requireMember } from "@/lib/auth/require-member";
import { readOverviewView } from "@/lib/figures/overview-view";
import { readPageFilter } from "@/lib/figures/page-filter";
import { isAnythingWaiting, readAttention } from "@/lib/follow-ups/read-attention";
import { teamFormats } from "@/lib/format/team-formats";
import { mayAdminister, mayShare } from "@/lib/pipeline/permissions";
import type { SearchParams } from "@/lib/search-params";

export const metadata: Metadata = { title: "Overview" };

/** The overview: what is in the pipeline, what came of it, and how both moved. */
export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { member, team, today } = await requireMember();
  const params = await searchParams;
  const pageFilter = await readPageFilter(db, params, today, team);
  const { filter } = pageFilter;
  const isToday = filter.to === today;
  const [{ overview, before, totals, trends }, attention, quarantined] = await Promise.all([
    readOverviewView(db, pageFilter, team.currencyDigits),
    isToday ? readAttention(db, filter.salespersonId, today) : null,
    mayAdminister(member) ? countQuarantined(db) : 0,
  ]);
  const log = totals.rows === 0 ? await getLogCounts(db) : null;

  const formats = teamFormats(team);
  const address = viewAddress("/", params);
  const comparison = compareOverviews(overview, before, formats);
  const shown = { overview, comparison, formats, params: address.params };
  const needsAttention = attention && (
    <NeedsAttention
      attention={attention}
      salespersonId={filter.salespersonId}
      today={today}
      formats={formats}
    />
  );
  return (
    <>
      <PageHeader
        title="Overview"
        lead={`${team.name}, ${periodInWords(filter, formats)}`}
        actions={
          <>
            <CopyLink href={absoluteAddress(address, pageFilter)} />
            {mayShare(member) ? <ShareButton view="overview" params={address.params} /> : null}
          </>
        }
      />
      <FilterBar
        address={address}
        filter={pageFilter}
        formats={formats}
        salespersonMeaning="Keeps the deals this person owns."
      />
      {quarantined > 0 ? <QuarantineNotice entries={quarantined} /> : null}
      {log ? (
        <>
          <NothingLogged
            filter={{ ...filter, from: null }}
            today={today}
            logged={log.conversations}
            reader={member}
            formats={formats}
            {...address}
          />
          {attention && isAnythingWaiting(attention) ? needsAttention : null}
        </>
      ) : (
        <>
          <OverviewFigures
            headline={headlineFigures({ ...shown, to: filter.to, isToday })}
            pipeline={pipelineFigures(shown)}
          />
          {needsAttention}
          <OverviewCharts>
            <StageCharts totals={totals} formats={formats} params={address.params} />
            <TrendCharts trends={trends} to={filter.to} formats={formats} />
          </OverviewCharts>
        </>
      )}
      <KeepsPlace />
    </>
  );
}
