import type { ChangedBy } from "@/db/queries/last-change";
import type { Actor } from "@/lib/pipeline/permissions";

/** How a refusal begins that tells the second of two who was quicker: "Ben has", "You have", "The operator has". */
export function whoHas(changed: ChangedBy | undefined, actor: Pick<Actor, "id">): string {
  if (!changed) return "Somebody has";
  if (changed.byId === actor.id) return "You have";
  return `${changed.by ?? "The operator"} has`;
}
