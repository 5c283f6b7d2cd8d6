import type { Salesperson } from "@/db/queries/members";
import type { Stage } from "@/db/queries/stages";
import type { Team } from "@/db/queries/team";
import { filterParameters, type ParameterProblem, readFilter } from "@/lib/figures/filter-params";
import { gridParameters, readGridView } from "@/lib/figures/grid-params";
import type { LocalDate } from "@/lib/pipeline/local-date";
import type { FigureName, FigureQuestion } from "./figure-answers";

function addressProblems(params: URLSearchParams, known: readonly string[]): ParameterProblem[] {
  return [...new Set(params.keys())].flatMap((parameter) => {
    if (!known.includes(parameter))
      return [
        { parameter, detail: `There is no parameter “${parameter}” here; there are ${known.join(", ")}.` },
      ];
    if (params.getAll(parameter).length > 1) return [{ parameter, detail: `“${parameter}” is given twice.` }];
    return [];
  });
}

/** A page's addresses say ids; here a name is as good, so what is the id of one and the name of another tells neither. */
function salespersonProblem(
  given: string | undefined,
  meant: Salesperson | null,
  salespeople: readonly Salesperson[],
): ParameterProblem[] {
  const other = meant && salespeople.find(({ id, name }) => name === given && id !== meant.id);
  if (!other) return [];
  const detail = `“${given}” is the id of “${meant.name}” and the name of somebody else, whose id is ${other.id}: ask for the one by name, for the other by id.`;
  return [{ parameter: "salesperson", detail }];
}

/**
 * Reads what an address of the API asks. Strict: anything that cannot be used, a misspelt parameter and a day
 * in the future included, is a problem, and the first one is the answer.
 */
export function readQuestion(
  figure: FigureName,
  params: URLSearchParams,
  context: { team: Team; today: LocalDate; salespeople: readonly Salesperson[]; stages: readonly Stage[] },
): { question: FigureQuestion; problem: ParameterProblem | undefined } {
  const known = figure === "grid" ? [...filterParameters, ...gridParameters] : filterParameters;
  const given = Object.fromEntries(params);
  const { filter, salesperson, problems } = readFilter(given, context);
  const grid = readGridView(figure === "grid" ? given : {}, context.stages);
  return {
    question: { filter, grid: grid.view, team: context.team },
    problem: [
      ...addressProblems(params, known),
      ...problems,
      ...salespersonProblem(given.salesperson, salesperson, context.salespeople),
      ...grid.problems,
    ][0],
  };
}
