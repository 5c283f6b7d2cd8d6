import { and, count, eq, isNull, ne } from "drizzle-orm";
import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { listDealsThatTouched } from "@/db/queries/deal-log";
import { stageSettings, stages } from "@/db/schema";
import { deriveDeals } from "@/lib/log/derive-deals";
import { lockPipelineExclusive } from "@/lib/log/pipeline-lock";
import type { Outcome } from "@/lib/pipeline/outcome";
import { type Actor, mayAdminister } from "@/lib/pipeline/permissions";
import { RuleError } from "@/lib/rule-error";

/**
 * Changes what a stage says of a deal. That changes history: every deal that ever touched the stage is derived
 * anew in the same transaction.
 *
 * @throws RuleError the actor is no admin; the stage is gone; it is the last one of its outcome.
 */
export async function changeStageOutcome(
  db: Database,
  { stageId, outcome, actor, now }: { stageId: number; outcome: Outcome; actor: Actor; now: Date },
): Promise<void> {
  if (!mayAdminister(actor)) throw new RuleError("Only admins change the pipeline.");
  await db.transaction(async (tx) => {
    await lockPipelineExclusive(tx);
    const [stage] = await tx.select().from(stages).where(eq(stages.id, stageId));
    if (!stage) throw new RuleError("This stage is no longer there.");
    if (stage.outcome === outcome) return;
    const [others] = await tx
      .select({ stages: count() })
      .from(stages)
      .where(and(eq(stages.outcome, stage.outcome), ne(stages.id, stageId), isNull(stages.archivedAt)));
    if (others?.stages === 0)
      throw new RuleError(
        `A pipeline needs at least one stage that is ${stage.outcome}: “${stage.name}” is the last.`,
      );
    await tx.update(stages).set({ outcome }).where(eq(stages.id, stageId));
    await tx
      .insert(stageSettings)
      .values({ stageId, position: stage.position, outcome, setAt: now, setById: actor.id });
    await insertAuditEntry(tx, {
      memberId: actor.id,
      act: "change stage outcome",
      subject: "stage",
      subjectId: String(stageId),
      before: { outcome: stage.outcome },
      after: { outcome },
    });
    await deriveDeals(tx, await listDealsThatTouched(tx, stageId));
  });
}
