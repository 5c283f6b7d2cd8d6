import type { Database } from "@/db/client";
import { listFollowUps } from "@/db/queries/follow-ups";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { type Actor, mayCorrect } from "@/lib/pipeline/permissions";

type Logged = { id: number; customerId: number; occurredOn: LocalDate; deletedAt: Date | null };

/** So many are offered after logging. */
const shown = 3;

/** Of so many promises that wait, the longest waiting first, the offered ones are chosen. */
const lookedAt = 100;

/**
 * What was promised to a customer before a conversation and waits by today, for whoever may tick it: the conversation
 * may have kept it. Those waiting longest, nothing for one that is deleted or still to come.
 *
 * Example: promised on 2 May for 10 May; a call logged on 12 May may have kept it, one logged late for 1 May cannot.
 */
export async function readStillDue(
  db: Database,
  { id, customerId, occurredOn, deletedAt }: Logged,
  { member, today }: { member: Actor; today: LocalDate },
) {
  if (deletedAt !== null || occurredOn > today) return [];
  const asked = { today, due: "any", whose: null, limit: lookedAt, customerId } as const;
  const waiting = await listFollowUps(db, asked);
  return waiting
    .filter(
      (promise) =>
        promise.conversationId !== id &&
        promise.promisedOn <= occurredOn &&
        promise.remindOn <= today &&
        mayCorrect(member, promise),
    )
    .slice(0, shown);
}
