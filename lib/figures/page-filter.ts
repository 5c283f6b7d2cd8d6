import type { Database } from "@/db/client";
import { listSalespeople } from "@/db/queries/members";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { previousPeriod } from "@/lib/pipeline/period";
import { filterParameters, readFilter } from "./filter-params";

/** The search parameters of a page as Next hands them over. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** The one value of a parameter; of a repeated one the first, "" when it is absent. */
export function oneParam(params: SearchParams, name: string): string {
  const value = params[name];
  return (Array.isArray(value) ? value[0] : value)?.trim() ?? "";
}

/** A page's filter: what it asks every figure with, what to compare with, and what it had to leave out. */
export async function readPageFilter(db: Database, params: SearchParams, today: LocalDate) {
  const salespeople = await listSalespeople(db);
  const given = Object.fromEntries(filterParameters.map((name) => [name, oneParam(params, name)]));
  const { problems, ...read } = readFilter(given, { today, salespeople });
  const { filter } = read;
  const before = previousPeriod(filter, read.comparedAs);
  return {
    ...read,
    salespeople,
    today,
    previous: before && { ...before, salespersonId: filter.salespersonId },
    notices: problems.map(({ detail }) => detail),
  };
}

export type PageFilter = Awaited<ReturnType<typeof readPageFilter>>;
