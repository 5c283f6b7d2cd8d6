import { ColumnDefinitions } from "@/components/column-definitions";
import { ListPages } from "@/components/list-pages";
import { stageGridRows } from "@/components/stages/grid-rows";
import { PipelineDifference } from "@/components/stages/pipeline-difference";
import { sortLinks } from "@/components/stages/sort-links";
import { StageGrid } from "@/components/stages/stage-grid";
import { StageTotals } from "@/components/stages/stage-totals";
import { atOpenStages } from "@/lib/figures/at-open-stages";
import { gridPageSize } from "@/lib/figures/grid-params";
import { plural } from "@/lib/format/plural";
import type { TeamFormats } from "@/lib/format/team-formats";
import type { SharedView } from "@/lib/shares/read-shared-view";
import { gridDefinitions } from "@/lib/wording/grid-definitions";

type SharedStagesProps = {
  shown: Extract<SharedView, { view: "stages" }>;
  /** Where the link leads: its other pages are there too. */
  path: string;
  parts: readonly string[];
  hidesAmounts: boolean;
  formats: TeamFormats;
};

/** The stages' totals and the customers by their last sales conversation, as a link shows them. */
export function SharedStages({ shown, path, parts, hidesAmounts, formats }: SharedStagesProps) {
  const { totals, chosen, inPipeline, matching, items, sorted, page, nextPage } = shown;
  const { count } = formats;
  const found = `${count(matching)} ${plural(matching, "customer", "customers")}`;
  return (
    <>
      {parts.includes("totals") ? (
        <>
          <StageTotals
            totals={totals}
            chosenId={chosen?.id ?? null}
            params={null}
            formats={formats}
            hidesAmounts={hidesAmounts}
          />
          <PipelineDifference
            inPipeline={inPipeline}
            atOpenStages={atOpenStages(totals.stages)}
            count={count}
          />
        </>
      ) : null}
      <ColumnDefinitions summary="How the numbers are counted" columns={gridDefinitions(hidesAmounts)} />
      {parts.includes("customers") ? (
        <>
          <p className="text-muted">{found}, each by its last sales conversation</p>
          <ListPages
            address={{ path, params: {} }}
            isFirst={page === 1}
            first="1"
            next={nextPage === null ? null : String(nextPage)}
            pageSize={count(gridPageSize)}
            shown={count(items.length)}
            total={found}
          >
            {items.length === 0 ? null : (
              <StageGrid
                rows={stageGridRows(items, formats, { openPromises: null, isShared: true })}
                sorts={sortLinks(null, sorted)}
                isShared
                hidesAmounts={hidesAmounts}
              />
            )}
          </ListPages>
        </>
      ) : null}
    </>
  );
}
