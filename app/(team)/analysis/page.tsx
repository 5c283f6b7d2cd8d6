import type { Metadata } from "next";
import { AnalysisTable } from "@/components/analysis/analysis-table";
import { FunnelCard } from "@/components/analysis/funnel-card";
import { TimeInStageCard } from "@/components/analysis/time-in-stage-card";
import { WhoseAnalysis } from "@/components/analysis/whose-analysis";
import { CopyLink } from "@/components/filters/copy-link";
import { FilterBar } from "@/components/filters/filter-bar";
import { periodInWords } from "@/components/filters/period-in-words";
import { absoluteAddress, viewAddress } from "@/components/filters/view-address";
import { NothingLogged } from "@/components/nothing-logged";
import { PageHeader } from "@/components/page-header";
import { ShareButton } from "@/components/share/share-button";
import { db } from "@/db/client";
import { getLogCounts } from "@/db/queries/counts";
import { requireMember } from "@/lib/auth/require-member";
import { readAnalysis } from "@/lib/figures/analysis";
import { readFunnel } from "@/lib/figures/funnel";
import { isEmptyAnalysis } from "@/lib/figures/is-empty-analysis";
import { readPageFilter } from "@/lib/figures/page-filter";
import { readTimeInStage } from "@/lib/figures/time-in-stage";
import { teamFormats } from "@/lib/format/team-formats";
import { mayShare } from "@/lib/pipeline/permissions";
import type { SearchParams } from "@/lib/search-params";

export const metadata: Metadata = { title: "Analysis" };

/** The sales conversation analysis, the funnel and the time in each stage. */
export default async function AnalysisPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { member, team, today } = await requireMember();
  const params = await searchParams;
  const pageFilter = await readPageFilter(db, params, today, team);
  const { filter, salesperson } = pageFilter;
  const [analysis, funnel, timeInStage] = await Promise.all([
    readAnalysis(db, filter),
    readFunnel(db, filter),
    readTimeInStage(db, filter),
  ]);

  const formats = teamFormats(team);
  const address = viewAddress("/analysis", params);
  const log = isEmptyAnalysis({ analysis, funnel, timeInStage }) ? await getLogCounts(db) : null;
  return (
    <>
      <PageHeader
        title="Analysis"
        lead={`What sales conversations led to, ${periodInWords(filter, formats)}`}
        actions={
          <>
            <CopyLink href={absoluteAddress(address, pageFilter)} />
            {mayShare(member) ? <ShareButton view="analysis" params={address.params} /> : null}
          </>
        }
      />
      <FilterBar
        address={address}
        filter={pageFilter}
        formats={formats}
        salespersonMeaning="In the conversation table: conversations this person held. In the funnel and time in stage: deals this person owns."
      />
      {salesperson ? <WhoseAnalysis salesperson={salesperson.name} /> : null}
      {log ? (
        <NothingLogged
          filter={filter}
          today={today}
          logged={log.conversations}
          reader={member}
          formats={formats}
          {...address}
        />
      ) : (
        <>
          <AnalysisTable rows={analysis} formats={formats} />
          <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-2">
            <FunnelCard steps={funnel} formats={formats} />
            <TimeInStageCard rows={timeInStage} formats={formats} />
          </div>
        </>
      )}
    </>
  );
}
