import type { Database } from "@/db/client";
import { listSalespeople } from "@/db/queries/members";
import { type FormatSettings, teamFormats } from "@/lib/format/team-formats";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { type PeriodPreset, previousPeriod } from "@/lib/pipeline/period";
import { pickParams, type SearchParams } from "@/lib/search-params";
import { periodNames } from "@/lib/wording/period-names";
import { filterParameters, type ParameterProblem, readFilter } from "./filter-params";

type Shown = { preset: PeriodPreset | null; to: LocalDate; date: (on: LocalDate) => string };

/** A problem as a page says it: with what it shows instead. "20 Nov 2026 is after 10 Nov 2026; all time is shown." */
function noticeOf({ parameter, detail, onPage }: ParameterProblem, { preset, to, date }: Shown): string {
  if (!onPage) return detail;
  const period = preset === null || preset === "all" ? "all time" : `“${periodNames[preset]}”`;
  return `${onPage(date)}; ${parameter === "to" ? `today, ${date(to)},` : period} is shown.`;
}

/** A page's filter: what it asks every figure with, what to compare with, and what it had to leave out. */
export async function readPageFilter(
  db: Database,
  params: SearchParams,
  today: LocalDate,
  team: FormatSettings,
) {
  const salespeople = await listSalespeople(db);
  const given = pickParams(params, filterParameters);
  const { problems, ...read } = readFilter(given, { today, salespeople });
  const { filter } = read;
  const shown = { preset: read.preset, to: filter.to, date: teamFormats(team).date };
  const before = previousPeriod(filter, read.comparedAs);
  return {
    ...read,
    salespeople,
    today,
    previous: before && { ...before, salespersonId: filter.salespersonId },
    notices: problems.map((problem) => noticeOf(problem, shown)),
  };
}

export type PageFilter = Awaited<ReturnType<typeof readPageFilter>>;
