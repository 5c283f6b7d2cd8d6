import type { Database } from "@/db/client";
import { getTeam, type Team } from "@/db/queries/team";
import { RuleError } from "@/lib/rule-error";

/**
 * Whether what is written was read by the team's time zone and currency as they are now; asked with the pipeline
 * lock held, so that they stay so.
 *
 * @throws RuleError either was changed meanwhile.
 */
export async function checkSameTeam(
  db: Database,
  seen: Pick<Team, "timeZone"> & Partial<Pick<Team, "currency">>,
): Promise<void> {
  const now = await getTeam(db);
  if (!now) return;
  const { timeZone, currency = now.currency } = seen;
  if (timeZone !== now.timeZone || currency !== now.currency)
    throw new RuleError(
      "The team's time zone or currency was changed a moment ago. Look at what you wrote and send it again.",
    );
}
