import { cleanName } from "./clean-name";
import { longest } from "./longest";
import { nameKey } from "./name-key";
import { type Outcome, outcomes } from "./outcome";

/** A stage as the rules of the pipeline's maintenance see it. */
export type ListedStage = { name: string; outcome: Outcome; isArchived: boolean };

/**
 * What is wrong with a pipeline of these stages, in a sentence; undefined when nothing is. Names are unique,
 * archived stages included, and there is always at least one `open`, one `won` and one `lost` stage in use.
 */
export function problemOfStages(stages: readonly ListedStage[]): string | undefined {
  const seen = new Set<string>();
  for (const { name, isArchived } of stages) {
    if (cleanName(name) === "") return "A stage needs a name.";
    if (cleanName(name).length > longest.stageName)
      return `A stage's name has at most ${longest.stageName} characters.`;
    if (seen.has(nameKey(name)))
      return isArchived
        ? `There is an archived stage “${name}” already: restore it, or choose another name.`
        : `There is a stage “${name}” already.`;
    seen.add(nameKey(name));
  }
  const missing = outcomes.find(
    (outcome) => !stages.some((stage) => stage.outcome === outcome && !stage.isArchived),
  );
  return missing && `A pipeline needs at least one stage that is ${missing}; this would leave none.`;
}

/**
 * Where a new stage goes in the order: behind the last one in use of its outcome. Example: a new open stage
 * stands behind Negotiation and before Won.
 */
export function placeOfNewStage(stages: readonly ListedStage[], outcome: Outcome): number {
  const last = stages.findLastIndex((stage) => stage.outcome === outcome && !stage.isArchived);
  return last === -1 ? stages.length : last + 1;
}
