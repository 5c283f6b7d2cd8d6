import type { Metadata } from "next";
import { ColumnDefinitions } from "@/components/column-definitions";
import { EmptyState } from "@/components/empty-state";
import { CopyLink } from "@/components/filters/copy-link";
import { FilterBar } from "@/components/filters/filter-bar";
import { LeftAsSet } from "@/components/filters/left-as-set";
import { absoluteAddress, viewAddress } from "@/components/filters/view-address";
import { ListPages } from "@/components/list-pages";
import { NothingLogged } from "@/components/nothing-logged";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { ShareButton } from "@/components/share/share-button";
import { boardView } from "@/components/stages/board-view";
import { stageGridRows } from "@/components/stages/grid-rows";
import { GridToolbar } from "@/components/stages/grid-toolbar";
import { PipelineDifference } from "@/components/stages/pipeline-difference";
import { sortLinks } from "@/components/stages/sort-links";
import { StageBoard } from "@/components/stages/stage-board";
import { StageGrid } from "@/components/stages/stage-grid";
import { StageTotals } from "@/components/stages/stage-totals";
import { db } from "@/db/client";
import { getLogCounts } from "@/db/queries/counts";
import { listStages } from "@/db/queries/stages";
import { requireMember } from "@/lib/auth/require-member";
import { boardCards, readBoard } from "@/lib/figures/board";
import { readGridPage, readGridTotals } from "@/lib/figures/grid";
import { gridPageSize, gridParameters, readGridView } from "@/lib/figures/grid-params";
import { readOverview } from "@/lib/figures/overview";
import { readPageFilter } from "@/lib/figures/page-filter";
import { stageLabel } from "@/lib/figures/stage-rows";
import { readOpenPromises } from "@/lib/follow-ups/read-open-promises";
import { plural } from "@/lib/format/plural";
import { teamFormats } from "@/lib/format/team-formats";
import { openList } from "@/lib/lists/open-list";
import { pageAddress } from "@/lib/page-address";
import { mayLog, mayShare } from "@/lib/pipeline/permissions";
import { oneParam, pickParams, type SearchParams } from "@/lib/search-params";
import { gridDefinitions } from "@/lib/wording/grid-definitions";

export const metadata: Metadata = { title: "Stages" };

/** The grid: each customer by its last sales conversation, and the stages' totals above it. */
export default async function StagesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { member, team, today } = await requireMember();
  const params = await searchParams;
  const isSet = await openList(db, { list: "/stages", params, memberId: member.id });
  const { currencyDigits } = team;
  const [pageFilter, stages] = await Promise.all([readPageFilter(db, params, today, team), listStages(db)]);
  const { filter } = pageFilter;
  const asked = pickParams(params, gridParameters);
  const { view, stage, problems } = readGridView(asked, stages);
  const isBoard = oneParam(params, "view") === "board";
  const [totals, page, overview] = await Promise.all([
    readGridTotals(db, filter, currencyDigits),
    isBoard ? null : readGridPage(db, filter, view, currencyDigits),
    readOverview(db, filter, currencyDigits),
  ]);
  const log = totals.rows === 0 ? await getLogCounts(db) : null;
  const board = isBoard ? await readBoard(db, { filter, view, totals, today, team }) : null;
  const shown = page?.items.map(({ conversationId }) => conversationId) ?? [];
  const asOf = { to: filter.to, today, timeZone: team.timeZone };
  const openPromises = await readOpenPromises(db, shown, asOf);

  const formats = teamFormats(team);
  const address = viewAddress("/stages", params, [...gridParameters, "view"]);
  const matching = page?.matching ?? board?.matching ?? 0;
  const found = `${formats.count(matching)} ${plural(matching, "customer", "customers")}`;
  const viewLink = (name: string | null) =>
    pageAddress("/stages", { ...address.params, view: name, cursor: null });
  const sorts = sortLinks(address.params, view);
  const atOpenStages = totals.stages.reduce(
    (sum, { stage, customers }) => (stage.outcome === "open" ? sum + customers : sum),
    0,
  );
  return (
    <>
      <PageHeader
        title="Stages"
        lead={`Every customer by its last sales conversation up to ${formats.date(filter.to)}`}
        actions={
          <>
            <CopyLink href={absoluteAddress(address, pageFilter)} />
            {mayShare(member) ? <ShareButton view="stages" params={address.params} /> : null}
          </>
        }
      />
      <FilterBar
        address={address}
        filter={pageFilter}
        formats={formats}
        periodMeaning="This page depends on the last day only, not on where the period starts."
        also={[
          ...(stage ? [{ label: "Stage", value: stage.name }] : []),
          ...(view.search ? [{ label: "Search", value: view.search }] : []),
        ]}
        salespersonMeaning="Each customer by its last sales conversation on a deal this person owns."
      />
      {isSet ? (
        <LeftAsSet
          clear={pageAddress("/stages", { to: address.params.to, view: isBoard ? "board" : null })}
        />
      ) : null}
      {problems.map(({ detail }) => (
        <Notice key={detail}>{detail}</Notice>
      ))}
      {log ? (
        <NothingLogged
          filter={{ ...filter, from: null }}
          today={today}
          logged={log.conversations}
          reader={member}
          formats={formats}
          {...address}
        />
      ) : (
        <>
          <div className={isBoard && !stage ? "sm:hidden" : ""}>
            <StageTotals totals={totals} chosenId={view.stageId} params={address.params} formats={formats} />
          </div>
          <PipelineDifference
            inPipeline={overview.figures.inPipeline.customers}
            atOpenStages={atOpenStages}
            count={formats.count}
          />
          <ColumnDefinitions summary="How the numbers are counted" columns={gridDefinitions(false)} />
          <GridToolbar
            views={[
              { label: "Grid", href: viewLink(null), isOn: !isBoard },
              { label: "Board", href: viewLink("board"), isOn: isBoard },
            ]}
            params={address.params}
            search={view.search}
            sorts={isBoard ? [] : Object.values(sorts)}
            found={found}
          />
          {matching === 0 ? (
            <EmptyState title="Nothing found">
              <p className="text-muted">
                {view.search
                  ? `No row ${stage ? `at ${stage.name} ` : ""}contains “${view.search}”. Search for less${stage ? ", or at all stages" : ""}.`
                  : `No customer’s last sales conversation is at ${stage?.name}.`}
              </p>
            </EmptyState>
          ) : null}
          {page && matching > 0 ? (
            <StageGrid rows={stageGridRows(page.items, formats, { openPromises })} sorts={sorts} />
          ) : null}
          {board && matching > 0 ? (
            <StageBoard
              columns={boardView(board, { formats, params: address.params })}
              stages={stages.filter(({ isArchived }) => !isArchived).map(stageLabel)}
              mayMove={mayLog(member) && filter.to === today}
              singleKeys={member.singleKeys}
            />
          ) : null}
          <ListPages
            address={address}
            isFirst={view.after === null}
            next={page?.next ?? board?.next ?? null}
            pageSize={formats.count(isBoard ? boardCards.ofOneStage : gridPageSize)}
            shown={formats.count((page?.items ?? board?.columns[0]?.cards ?? []).length)}
            total={found}
          />
        </>
      )}
    </>
  );
}
