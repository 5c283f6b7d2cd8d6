import type { Database } from "@/db/client";
import { type CustomerRow, countCustomers, listCustomers } from "@/db/queries/customers";
import { cursorPlace, cursorText, idOfCursor, keysetPage } from "@/lib/keyset-cursor";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { oneParam, type SearchParams } from "@/lib/search-params";

/** Customers of one page of the list. */
export const customerPageSize = 50;

function placeAfter(text: string): { name: string; id: number } | null {
  const [name, of] = cursorPlace(text) ?? [];
  const id = idOfCursor(of);
  return typeof name === "string" && id !== undefined ? { name, id } : null;
}

const placeOf = ({ name, id }: CustomerRow) => cursorText([name, id]);

/**
 * The page of customers an address asks for (`search`, `archived=yes`, `cursor`): its rows, how many the search
 * finds on all pages, how many it finds in the other list (archived or not), and where the next page begins
 * (null = the last).
 */
export async function readCustomerList(db: Database, params: SearchParams, today: LocalDate) {
  const search = oneParam(params, "search");
  const archived = oneParam(params, "archived") === "yes";
  const after = placeAfter(oneParam(params, "cursor"));
  const [rows, found] = await Promise.all([
    listCustomers(db, { search, archived, after, today, limit: customerPageSize + 1 }),
    countCustomers(db, search),
  ]);
  return {
    ...keysetPage(rows, customerPageSize, placeOf),
    search,
    archived,
    isFirst: after === null,
    found: archived ? found.archived : found.active,
    foundElsewhere: archived ? found.active : found.archived,
  };
}
