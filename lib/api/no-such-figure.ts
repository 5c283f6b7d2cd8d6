import { figureAnswers } from "./figure-answers";
import { problem } from "./problem";

/** The answer at an address of the API where there is nothing, with what there is. */
export function noSuchFigure(asked: string): Response {
  const known = Object.keys(figureAnswers).join(", ");
  return problem(404, "Not Found", `There is no “${asked}”; there are ${known}.`);
}
