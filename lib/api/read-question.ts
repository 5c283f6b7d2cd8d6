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
  const { filter, problems } = readFilter(given, context);
  const grid = readGridView(figure === "grid" ? given : {}, context.stages);
  return {
    question: { filter, grid: grid.view, team: context.team },
    problem: [...addressProblems(params, known), ...problems, ...grid.problems][0],
  };
}
