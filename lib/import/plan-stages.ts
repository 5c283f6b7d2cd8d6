import { type Outcome, outcomes } from "@/lib/pipeline/outcome";

/** A stage as it is set today; `isUsed`: a conversation or a version of one refers to it. */
export type StageNow = {
  id: number;
  name: string;
  nameKey: string;
  position: number;
  outcome: Outcome;
  color: string | null;
  guide: string;
  isArchived: boolean;
  isUsed: boolean;
};

/** A stage as the file wants it; undefined: the file has no such column. */
export type StageWanted = {
  name: string;
  nameKey: string;
  outcome: Outcome;
  color: string | null | undefined;
  guide: string | undefined;
};

/** A stage as it will be. `before` is null for a new one. */
export type StageSet = Omit<StageNow, "id" | "isUsed"> & { before: StageNow | null };

export type StagePlan = { stages: StageSet[]; removed: StageNow[]; refusals: string[] };

function withFile(wanted: StageWanted, before: StageNow | null): StageSet {
  return {
    before,
    name: before?.name ?? wanted.name,
    nameKey: wanted.nameKey,
    position: 0,
    outcome: wanted.outcome,
    color: wanted.color === undefined ? (before?.color ?? null) : wanted.color,
    guide: wanted.guide === undefined ? (before?.guide ?? "") : wanted.guide,
    isArchived: false,
  };
}

// An archived stage with a past stays archived, behind the stage it came after: its place has a meaning.
function insertArchived(stages: StageSet[], archived: StageNow, today: readonly StageNow[]): void {
  const earlier = new Set(today.slice(0, today.indexOf(archived)).map(({ nameKey }) => nameKey));
  const neighbour = today.findLast(
    ({ nameKey }) => earlier.has(nameKey) && stages.some((stage) => stage.nameKey === nameKey),
  );
  const behind = stages.findIndex(({ nameKey }) => nameKey === neighbour?.nameKey);
  const { id: _, isUsed: __, ...kept } = archived;
  stages.splice(behind + 1, 0, { ...kept, before: archived });
}

/**
 * The whole pipeline as a file gives it, in its order. A stage that is not in the file is removed if it was
 * never used, stays archived if it was archived, and otherwise the file is refused.
 *
 * @param today all stages by position.
 */
export function planStages(today: readonly StageNow[], file: readonly StageWanted[]): StagePlan {
  const known = new Map(today.map((stage) => [stage.nameKey, stage]));
  const inFile = new Set(file.map(({ nameKey }) => nameKey));
  const missing = today.filter(({ nameKey }) => !inFile.has(nameKey));
  const stages = file.map((wanted) => withFile(wanted, known.get(wanted.nameKey) ?? null));
  for (const stage of missing) if (stage.isUsed && stage.isArchived) insertArchived(stages, stage, today);

  const lost = missing.filter(({ isUsed, isArchived }) => isUsed && !isArchived);
  const absent = outcomes.filter((outcome) => !file.some((wanted) => wanted.outcome === outcome));
  return {
    stages: stages.map((stage, index) => ({ ...stage, position: index + 1 })),
    removed: missing.filter(({ isUsed }) => !isUsed),
    refusals: [
      ...lost.map(({ name }) => `The stage "${name}" is in use and not in the file: it cannot be removed.`),
      ...absent.map((outcome) => `There is no stage whose outcome is ${outcome}: at least one is needed.`),
    ],
  };
}

/** Whether a stage means something else afterwards: its history keeps it, and deals are derived anew. */
export function changesMeaning({ before, position, outcome }: StageSet): boolean {
  return before === null || before.position !== position || before.outcome !== outcome;
}

/** Whether anything about a stage changes. */
export function changes(set: StageSet): boolean {
  const { before, color, guide, isArchived } = set;
  return (
    changesMeaning(set) ||
    before?.color !== color ||
    before.guide !== guide ||
    before.isArchived !== isArchived
  );
}
