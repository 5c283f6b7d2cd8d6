import type { Database } from "@/db/client";
import { getLogCounts } from "@/db/queries/counts";
import { getDealCounts } from "@/db/queries/overview";
import { listStages } from "@/db/queries/stages";
import { readOpenPromises } from "@/lib/follow-ups/read-open-promises";
import type { MemberContext } from "@/lib/member-context";
import { oneParam, pickParams, type SearchParams } from "@/lib/search-params";
import { boardCards, readBoard } from "./board";
import { readGridPage, readGridTotals } from "./grid";
import { gridPageSize, gridParameters, readGridView } from "./grid-params";
import { readPageFilter } from "./page-filter";

/**
 * What the page of the stages shows for an address: the totals, and a page of the grid or of the board.
 *
 * @returns `log` is only there when nothing is to be counted: what the whole log holds; `matching` counts the rows on
 * all pages, `rowsShown` those of this one.
 */
export async function readStagesView(
  db: Database,
  params: SearchParams,
  { team, today }: Pick<MemberContext, "team" | "today">,
) {
  const { currencyDigits, timeZone } = team;
  const [pageFilter, stages] = await Promise.all([readPageFilter(db, params, today, team), listStages(db)]);
  const { filter } = pageFilter;
  const { view, stage, problems } = readGridView(pickParams(params, gridParameters), stages);
  const isBoard = oneParam(params, "view") === "board";
  const [totals, page, counts] = await Promise.all([
    readGridTotals(db, filter, currencyDigits),
    isBoard ? null : readGridPage(db, filter, view, currencyDigits),
    getDealCounts(db, filter),
  ]);
  const log = totals.rows === 0 ? await getLogCounts(db) : null;
  const board = isBoard ? await readBoard(db, { filter, view, totals, today, team }) : null;
  const onPage = page?.items.map(({ conversationId }) => conversationId) ?? [];
  return {
    ...{ pageFilter, stages, view, stage, problems, isBoard, totals, log, page, board },
    inPipeline: counts.inPipeline.customers,
    openPromises: await readOpenPromises(db, onPage, { to: filter.to, today, timeZone }),
    matching: page?.matching ?? board?.matching ?? 0,
    next: page?.next ?? board?.next ?? null,
    pageSize: isBoard ? boardCards.ofOneStage : gridPageSize,
    rowsShown: (page?.items ?? board?.columns[0]?.cards ?? []).length,
  };
}

export type StagesView = Awaited<ReturnType<typeof readStagesView>>;
