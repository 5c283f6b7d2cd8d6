import type { Database } from "@/db/client";
import { RuleError } from "@/lib/rule-error";
import { changeStages, checkSeenOrder, type PipelineChange } from "./change-stages";

/**
 * Puts the stages, archived ones included, into the wanted order of ids.
 *
 * @param seen the order in which they were seen: another one by now is refused.
 * @throws RuleError somebody changed the order meanwhile; `wanted` is not an order of the same stages; no admin.
 */
export async function orderStages(
  db: Database,
  { seen, wanted, ...who }: PipelineChange & { seen: readonly number[]; wanted: readonly number[] },
): Promise<void> {
  await changeStages(db, { ...who, act: "order stages" }, (list) => {
    checkSeenOrder(list, seen);
    const byId = new Map(list.map((stage) => [stage.id, stage]));
    const ordered = wanted.map((id) => byId.get(id)).filter((stage) => stage !== undefined);
    if (new Set(ordered).size !== list.length || wanted.length !== list.length)
      throw new RuleError("This is not an order of the pipeline's stages.");
    return ordered;
  });
}

/** Moves a stage one place up or down among those in use. @throws RuleError as orderStages. */
export async function moveStage(
  db: Database,
  { stageId, by, seen, ...who }: PipelineChange & { stageId: number; by: -1 | 1; seen: readonly number[] },
): Promise<void> {
  await changeStages(db, { ...who, act: "order stages" }, (list) => {
    checkSeenOrder(list, seen);
    const inUse = list.filter(({ archivedAt }) => archivedAt === null);
    const moved = inUse.findIndex(({ id }) => id === stageId);
    const [stage, neighbour] = [inUse[moved], inUse[moved + by]];
    if (!stage || !neighbour) throw new RuleError("This stage cannot go any further.");
    return list.map((other) => (other === stage ? neighbour : other === neighbour ? stage : other));
  });
}
