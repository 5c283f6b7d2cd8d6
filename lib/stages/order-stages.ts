import type { Database } from "@/db/client";
import { RuleError } from "@/lib/rule-error";
import { type Confirming, changeStages, checkSeenOrder } from "./change-stages";

/**
 * Puts the stages, archived ones included, into the wanted order of ids.
 *
 * @param seen the order in which they were seen: another one by now is refused.
 * @throws RuleError somebody changed the order meanwhile, or a stage since the what-if; `wanted` is not an order of the
 * same stages; no admin.
 */
export async function orderStages(
  db: Database,
  { seen, wanted, ...who }: Confirming & { seen: readonly number[]; wanted: readonly number[] },
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
