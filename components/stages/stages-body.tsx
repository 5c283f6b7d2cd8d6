import { ColumnDefinitions } from "@/components/column-definitions";
import type { ViewAddress } from "@/components/filters/view-address";
import { ListPages } from "@/components/list-pages";
import { atOpenStages } from "@/lib/figures/at-open-stages";
import { stageLabel } from "@/lib/figures/stage-rows";
import type { StagesView } from "@/lib/figures/stages-view";
import { plural } from "@/lib/format/plural";
import type { TeamFormats } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";
import { gridDefinitions } from "@/lib/wording/grid-definitions";
import { boardView } from "./board-view";
import { stageGridRows } from "./grid-rows";
import { GridToolbar } from "./grid-toolbar";
import { NoRows } from "./no-rows";
import { PipelineDifference } from "./pipeline-difference";
import { sortLinks } from "./sort-links";
import { StageBoard } from "./stage-board";
import { StageGrid } from "./stage-grid";
import { StageTotals } from "./stage-totals";

type StagesBodyProps = {
  shown: StagesView;
  address: ViewAddress;
  formats: TeamFormats;
  /** Whether the board's cards can be moved. */
  mayMove: boolean;
  singleKeys: boolean;
};

/** The stages' totals, and the customers below them as a grid or as a board. */
export function StagesBody({ shown, address, formats, mayMove, singleKeys }: StagesBodyProps) {
  const { view, stage, isBoard, totals, page, board, openPromises, matching } = shown;
  const { params } = address;
  const { count } = formats;
  const found = `${count(matching)} ${plural(matching, "customer", "customers")}`;
  const viewLink = (name: string | null) => pageAddress("/stages", { ...params, view: name, cursor: null });
  const sorts = sortLinks(params, view);
  return (
    <>
      <div className={isBoard && !stage ? "sm:hidden" : ""}>
        <StageTotals totals={totals} chosenId={view.stageId} params={params} formats={formats} />
      </div>
      <PipelineDifference
        inPipeline={shown.inPipeline}
        atOpenStages={atOpenStages(totals.stages)}
        count={count}
      />
      <ColumnDefinitions summary="How the numbers are counted" columns={gridDefinitions(false)} />
      <GridToolbar
        views={[
          { label: "Grid", href: viewLink(null), isOn: !isBoard },
          { label: "Board", href: viewLink("board"), isOn: isBoard },
        ]}
        params={params}
        search={view.search}
        sorts={isBoard ? [] : Object.values(sorts)}
        found={found}
      />
      {matching === 0 ? <NoRows search={view.search} stage={stage?.name} /> : null}
      <ListPages
        address={address}
        isFirst={view.after === null}
        next={shown.next}
        pageSize={count(shown.pageSize)}
        shown={count(shown.rowsShown)}
        total={found}
      >
        {page && matching > 0 ? (
          <StageGrid rows={stageGridRows(page.items, formats, { openPromises })} sorts={sorts} />
        ) : null}
        {board && matching > 0 ? (
          <StageBoard
            columns={boardView(board, { formats, params })}
            stages={shown.stages.filter(({ isArchived }) => !isArchived).map(stageLabel)}
            mayMove={mayMove}
            singleKeys={singleKeys}
          />
        ) : null}
      </ListPages>
    </>
  );
}
