import type { Database } from "@/db/client";
import { listStages } from "@/db/queries/stages";
import { isDealInDoubt, joinDeal } from "@/lib/pipeline/joining";
import { type Place, talksAround } from "./decide-deal";

/**
 * What the joining rule would do, before anything is written: join that deal, make a new one, or `ask`: a
 * new sale, or the earlier one (`dealId`)?
 */
export type DealPreview = { act: "join" | "ask"; dealId: number } | { act: "new" };

/**
 * Which deal a conversation at that stage would be on if it were logged now and nobody says which; null: it is at no
 * stage. Writes nothing.
 */
export async function previewDeal(
  db: Database,
  { stageId, ...asked }: Omit<Place, "outcome"> & { stageId: number | null },
): Promise<DealPreview | null> {
  const stage = stageId === null ? undefined : (await listStages(db)).find(({ id }) => id === stageId);
  if (!stage) return null;
  const place = { ...asked, outcome: stage.outcome };
  const { earlier, later } = await talksAround(db, place);
  const latest = earlier.at(-1);
  if (latest && isDealInDoubt(earlier, later, place)) return { act: "ask", dealId: latest.dealId };
  const joined = joinDeal(earlier, later, place);
  return joined === "new" ? { act: "new" } : { act: "join", dealId: joined };
}
