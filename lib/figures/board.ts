import type { Database } from "@/db/client";
import { countBoardCards, listBoardCards } from "@/db/queries/board";
import type { FigureFilter } from "@/db/queries/figure-filter";
import type { GridView } from "@/db/queries/grid";
import type { Team } from "@/db/queries/team";
import { type OpenPromise, readOpenPromises } from "@/lib/follow-ups/read-open-promises";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { moneyText } from "@/lib/pipeline/money";
import { type GridItem, type GridTotals, readGridPage } from "./grid";
import type { StageLabel } from "./stage-rows";

/** Cards of each stage while the board shows all of them, and of one page of a single stage. */
export const boardCards = { ofEachStage: 20, ofOneStage: 60 };

/** A customer of the board, by its last sales conversation. */
type BoardCard = Pick<
  GridItem,
  "customerId" | "customer" | "dealId" | "deal" | "amount" | "salesperson" | "daysInStage"
> & {
  /** Null: nothing was promised on that conversation, or it is done as of T. */
  followUp: OpenPromise | null;
};

type Placed = Omit<BoardCard, "followUp"> & { conversationId: number };

type BoardColumn = { stage: StageLabel; customers: number; value: string; cards: BoardCard[] };

export type Board = {
  columns: BoardColumn[];
  /** Customers of all its columns. */
  matching: number;
  /** Where the next page of a single stage begins; null: there is none. */
  next: string | null;
};

type Asked = {
  filter: FigureFilter;
  view: GridView;
  totals: GridTotals;
  today: LocalDate;
  team: Pick<Team, "currencyDigits" | "timeZone">;
};

async function withFollowUps(db: Database, placed: readonly Placed[], { filter, today, team }: Asked) {
  const ids = placed.map(({ conversationId }) => conversationId);
  const open = await readOpenPromises(db, ids, { to: filter.to, today, timeZone: team.timeZone });
  return placed.map((card): BoardCard => ({ ...card, followUp: open.get(card.conversationId) ?? null }));
}

/** The totals of each stage, and with a search of those rows only that it keeps. */
async function columnTotals(db: Database, { filter, view, totals, team }: Asked) {
  const stages = totals.stages.filter(({ stage }) => view.stageId === null || stage.id === view.stageId);
  if (view.search === "") return stages;
  const counted = await countBoardCards(db, filter, view);
  return stages.map(({ stage }) => {
    const { customers = 0, value = "0" } = counted.find(({ stageId }) => stageId === stage.id) ?? {};
    return { stage, customers, value: moneyText(value, team.currencyDigits) };
  });
}

async function allColumns(db: Database, asked: Asked): Promise<Omit<Board, "matching">> {
  const { filter, view, team } = asked;
  const [stages, rows] = await Promise.all([
    columnTotals(db, asked),
    listBoardCards(db, filter, { search: view.search, cardsOfStage: boardCards.ofEachStage }),
  ]);
  const amount = (text: string | null) => (text === null ? null : moneyText(text, team.currencyDigits));
  const cards = await withFollowUps(
    db,
    rows.map((row) => ({ ...row, amount: amount(row.amount) })),
    asked,
  );
  const columns = stages.map((column) => ({
    ...column,
    cards: cards.filter((_, index) => rows[index]?.stageId === column.stage.id),
  }));
  return { columns, next: null };
}

async function oneColumn(db: Database, asked: Asked): Promise<Omit<Board, "matching">> {
  const { filter, view, team } = asked;
  const latestFirst = { ...view, sort: "stage", descending: false, limit: boardCards.ofOneStage } as const;
  const [stages, page] = await Promise.all([
    columnTotals(db, asked),
    readGridPage(db, filter, latestFirst, team.currencyDigits),
  ]);
  const cards = await withFollowUps(db, page.items, asked);
  return { columns: stages.map((column) => ({ ...column, cards })), next: page.next };
}

/**
 * The grid as a board: of each stage its customers and value by the grid's own predicate, and its first cards,
 * the latest conversation first; of a single stage page by page.
 */
export async function readBoard(db: Database, asked: Asked): Promise<Board> {
  const read = await (asked.view.stageId === null ? allColumns(db, asked) : oneColumn(db, asked));
  return { ...read, matching: read.columns.reduce((sum, { customers }) => sum + customers, 0) };
}
