import { longest } from "@/lib/pipeline/longest";
import { nameKey } from "@/lib/pipeline/name-key";
import { type Outcome, outcomes } from "@/lib/pipeline/outcome";
import { withLineFeeds } from "@/lib/storable";
import { type Complain, checkStorable, checkText, type Problem, quote } from "./cell-checks";
import type { Cells, Columns } from "./heading";

export type StageColumn = "name" | "outcome" | "color" | "description";

/** The columns of a stages file. */
export const stageColumns: Columns<StageColumn> = {
  required: ["name", "outcome"],
  optional: ["color", "description"],
  names: ["name"],
};

/** A row of a stages file that stands on its own, as it is staged. No colour = the outcome's own. */
export type StageRow = {
  name: string;
  name_key: string;
  outcome: Outcome;
  color: string | null;
  description: string;
};

function checkOutcome(cell: string | undefined, complain: Complain): Outcome | undefined {
  const outcome = outcomes.find((known) => known === cell?.toLowerCase());
  if (!cell) complain("outcome", "The outcome is missing.");
  else if (!outcome) complain("outcome", `${quote(cell)} is no outcome. There are: ${outcomes.join(", ")}.`);
  return outcome;
}

/** Checks one row of a stages file as far as it can be judged on its own. */
export function checkStageRow(cells: Cells<StageColumn>): StageRow | Problem[] {
  const problems: Problem[] = [];
  const complain: Complain = (column, reason) => problems.push({ column, reason });
  const name = checkText("name", cells.name, longest.stageName, complain);
  if (name === null) complain("name", "The name is missing.");
  const outcome = checkOutcome(cells.outcome, complain);
  const color = cells.color?.toLowerCase() || null;
  if (color !== null && !/^#[0-9a-f]{6}$/.test(color))
    complain("color", `${quote(cells.color ?? "")} is no colour; write it as #1a2b3c.`);
  const guide = withLineFeeds(cells.description ?? "");
  const description = checkText("description", guide, longest.stageGuide, complain) ?? "";
  checkStorable(cells, complain);
  if (problems.length > 0 || name === null || outcome === undefined) return problems;
  return { name, name_key: nameKey(name), outcome, color, description };
}
