import type { Database } from "@/db/client";
import type { GridSort } from "@/db/queries/grid";
import { getDealCounts } from "@/db/queries/overview";
import type { GoodShareLink } from "@/db/queries/share-links";
import { listStages } from "@/db/queries/stages";
import { keyedHash } from "@/lib/auth/secret-token";
import { type GridItem, readGridPage, readGridTotals } from "@/lib/figures/grid";
import { gridPageSize } from "@/lib/figures/grid-params";
import { initials } from "@/lib/format/initials";
import type { SharedFilter } from "./share-filter";
import { rowsWithoutIds, stageWithoutId } from "./without-ids";

type Masks = Pick<GoodShareLink, "customersMasked" | "salespeopleByInitials" | "amountsHidden">;

/**
 * The order of the rows: the maker's, unless it would tell something that is hidden. A masked page has no list
 * in the order of names; contacts never show, so neither does their order.
 */
export function sharedSort(
  { sort, descending }: { sort: GridSort; descending: boolean },
  { customersMasked, salespeopleByInitials, amountsHidden }: Masks,
): { sort: GridSort; descending: boolean } {
  const isTelling =
    sort === "with-whom" ||
    (sort === "customer" && customersMasked) ||
    (sort === "salesperson" && (customersMasked || salespeopleByInitials)) ||
    (sort === "amount" && amountsHidden);
  return isTelling ? { sort: "stage", descending: false } : { sort, descending };
}

/** A row as outsiders are told of it: no ids, notes or contacts; masked, its place instead of a name. */
function sharedItem(item: GridItem, place: number, masks: Masks): GridItem {
  const { customersMasked, salespeopleByInitials, amountsHidden } = masks;
  return {
    ...item,
    customerId: place,
    conversationId: place,
    dealId: place,
    sortKey: null,
    customer: customersMasked ? `Customer ${place}` : item.customer,
    deal: customersMasked ? null : item.deal,
    salesperson: salespeopleByInitials ? initials(item.salesperson) : item.salesperson,
    amount: amountsHidden ? null : item.amount,
    withWhom: null,
    note: "",
  };
}

type Asked = {
  link: GoodShareLink | Omit<GoodShareLink, "passphraseHash">;
  shared: SharedFilter;
  currencyDigits: number;
  /** Which page, from 1; one past the last is the last. */
  page: number;
  /** Key of an order that nobody outside can work out. */
  secret: string;
};

/** The grid as a link shows it: its totals, and a page of its rows. */
export async function readSharedStages(db: Database, { link, shared, currencyDigits, page, secret }: Asked) {
  const { filter, grid } = shared;
  const sorted = sharedSort(grid, link);
  const view = {
    ...grid,
    ...sorted,
    after: null,
    limit: gridPageSize,
    anonymously: { skip: 0, tieSeed: keyedHash(secret, `order of shared link ${link.id}`) },
  };
  const [stages, totals, first, counts] = await Promise.all([
    listStages(db),
    readGridTotals(db, filter, currencyDigits),
    readGridPage(db, filter, view, currencyDigits),
    getDealCounts(db, filter),
  ]);
  const pages = Math.max(1, Math.ceil(first.matching / gridPageSize));
  const at = Math.min(page, pages);
  const skip = (at - 1) * gridPageSize;
  const { items } =
    at === 1
      ? first
      : await readGridPage(
          db,
          filter,
          { ...view, anonymously: { ...view.anonymously, skip } },
          currencyDigits,
        );
  const places = new Map(totals.stages.map(({ stage }, index) => [stage.id, index]));
  const chosen = stages.find(({ id }) => id === grid.stageId);
  return {
    sorted,
    totals: {
      ...totals,
      stages: rowsWithoutIds(totals.stages).map((row) => (link.amountsHidden ? { ...row, value: "0" } : row)),
    },
    chosen: chosen ? { name: chosen.name, id: (places.get(chosen.id) ?? -1) + 1 } : null,
    inPipeline: counts.inPipeline.customers,
    matching: first.matching,
    page: at,
    nextPage: at < pages ? at + 1 : null,
    items: items.map((item, index) =>
      sharedItem(
        { ...item, stage: stageWithoutId(item.stage, places.get(item.stage.id) ?? index) },
        skip + index + 1,
        link,
      ),
    ),
  };
}
