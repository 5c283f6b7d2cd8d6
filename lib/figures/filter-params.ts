import type { FigureFilter } from "@/db/queries/figure-filter";
import type { Salesperson } from "@/db/queries/members";
import { isAfter2999, isBefore1900, isLocalDate, type LocalDate } from "@/lib/pipeline/local-date";
import { isCalendarPeriod, type PeriodPreset, periodPresets, resolvePreset } from "@/lib/pipeline/period";

/** The parameters by which every page, link and API answer is filtered. */
export const filterParameters = ["from", "to", "period", "salesperson"] as const;

type FilterParams = Partial<Record<(typeof filterParameters)[number], string>>;

/**
 * A parameter that says nothing usable: which, and a sentence for whoever wrote it; `onPage`: the same on a page, its
 * dates as the team writes them, to be ended with what is shown instead.
 */
export type ParameterProblem = {
  parameter: string;
  detail: string;
  onPage?: (date: (on: LocalDate) => string) => string;
};

type ReadFilter = {
  filter: FigureFilter;
  /** The as-of day that was asked for. A named period is counted back from it, and may end before it. */
  asOf: LocalDate;
  /** The preset that is on; null: dates were given. */
  preset: PeriodPreset | null;
  /** By which preset the period has its previous one: the one that is on, or a calendar one that the dates are. */
  comparedAs: PeriodPreset | null;
  salesperson: Salesperson | null;
  problems: ParameterProblem[];
};

function isPreset(text: string): text is PeriodPreset {
  return (periodPresets as readonly string[]).includes(text);
}

/** What is wrong with a day, in a sentence; undefined: nothing. */
function problemOfDay(text: string): string | undefined {
  if (isLocalDate(text)) return undefined;
  if (isBefore1900(text)) return `${text} is before 1900. Write the year in full, such as 2026.`;
  if (isAfter2999(text)) return `${text} is after 2999.`;
  return `“${text}” is not a date written YYYY-MM-DD.`;
}

function readTo(text: string | undefined, today: LocalDate, problems: ParameterProblem[]): LocalDate {
  if (!text) return today;
  const detail = problemOfDay(text);
  if (detail) {
    problems.push({ parameter: "to", detail });
    return today;
  }
  if (text <= today) return text;
  problems.push({
    parameter: "to",
    detail: `${text} is in the future; the latest day there is something to tell of is today, ${today}.`,
    onPage: (date) => `${date(text)} is in the future`,
  });
  return today;
}

function readFrom(text: string | undefined, to: LocalDate, problems: ParameterProblem[]): LocalDate | null {
  if (!text) return null;
  const detail = problemOfDay(text);
  if (detail) problems.push({ parameter: "from", detail });
  else if (text > to)
    problems.push({
      parameter: "from",
      detail: `${text} is after the last day, ${to}.`,
      onPage: (date) => `${date(text)} is after ${date(to)}`,
    });
  else return text;
  return null;
}

/** Who has this id; only when nobody has, who is called exactly so. */
function readSalesperson(
  text: string | undefined,
  salespeople: readonly Salesperson[],
  problems: ParameterProblem[],
): Salesperson | null {
  if (!text) return null;
  const byId = salespeople.find(({ id }) => String(id) === text);
  const found = byId ? [byId] : salespeople.filter(({ name }) => name === text);
  if (found.length === 1) return found[0] ?? null;
  problems.push({
    parameter: "salesperson",
    detail:
      found.length === 0
        ? `Nobody of the team is “${text}”.`
        : `${found.length} people of the team are called “${text}”; say which by id.`,
  });
  return null;
}

/**
 * Reads the filter of an address. `from` wins over `period`; "" counts as absent. What cannot be used is
 * left out and told in `problems`: the API refuses, a page shows the rest and says so. A calendar preset beside
 * the dates it stood for still says what they are compared with, so that a copied link shows the same on any day.
 */
export function readFilter(
  params: FilterParams,
  { today, salespeople }: { today: LocalDate; salespeople: readonly Salesperson[] },
): ReadFilter {
  const problems: ParameterProblem[] = [];
  const to = readTo(params.to, today, problems);
  const salesperson = readSalesperson(params.salesperson, salespeople, problems);
  const salespersonId = salesperson?.id ?? null;
  const from = readFrom(params.from, to, problems);
  const preset = params.period || "all";
  if (!isPreset(preset))
    problems.push({
      parameter: "period",
      detail: `“${preset}” is no period; there are ${periodPresets.join(", ")}.`,
    });
  const known = isPreset(preset) ? preset : "all";
  if (from === null) {
    const filter = { ...resolvePreset(known, to), salespersonId };
    return { filter, asOf: to, preset: known, comparedAs: known, salesperson, problems };
  }
  const filter = { from, to, salespersonId };
  const comparedAs = isCalendarPeriod(known, filter) ? known : null;
  return { filter, asOf: to, preset: null, comparedAs, salesperson, problems };
}
