import { isNotNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type AuditAct, insertAuditEntry } from "@/db/queries/audit-log";
import { getLastChange } from "@/db/queries/last-change";
import { getTeam, type Team } from "@/db/queries/team";
import { conversations, conversationVersions, team } from "@/db/schema";
import type { Acting } from "@/lib/acting";
import { changedFields } from "@/lib/changed-fields";
import { lockPipelineForAdmin } from "@/lib/import/import-lock";
import { asAdmin } from "@/lib/members/as-admin";
import { currencyDigits } from "@/lib/pipeline/money";
import { RuleError } from "@/lib/rule-error";
import { whoHas } from "@/lib/who-has";

/** The team is no longer as it was seen; tells by whom it was changed. */
export class TeamChangedError extends RuleError {
  override name = "TeamChangedError";
}

/** The team in the version that was seen. */
export type SeenTeam = { version: number };

type TeamSettings = Pick<Team, "name" | "currency" | "locale" | "firstDayOfWeek">;

type Changed = Partial<Omit<Team, "id" | "version" | "createdAt">>;

/** Whether any conversation, in any version, carries an amount: from then on the currency is fixed. */
export async function isCurrencyFixed(db: Database): Promise<boolean> {
  const tables = [conversations, conversationVersions];
  const found = await Promise.all(
    tables.map((table) => db.select({ one: sql`1` }).from(table).where(isNotNull(table.amount)).limit(1)),
  );
  return found.some((rows) => rows.length > 0);
}

/**
 * Saves what changes of the team, in one transaction while nobody logs: what changed stands in the audit log.
 *
 * @param wanted what was asked for; where all of it stands already, in whichever version, nothing happens.
 * @param decide is given the team as it is, and answers what shall be different and what else to tell.
 * @throws TeamChangedError the team was changed since `version`.
 * @throws RuleError the actor is no admin (any more), or `decide` refuses.
 */
export async function saveTeam(
  db: Database,
  { actor, version, act, wanted }: Acting & SeenTeam & { act: AuditAct; wanted: Partial<Team> },
  decide: (now: Team, tx: Database) => Promise<{ changed: Changed; told?: Record<string, unknown> }>,
): Promise<void> {
  await asAdmin(db, actor, async (tx) => {
    await lockPipelineForAdmin(tx);
    const now = await getTeam(tx);
    if (!now) throw new RuleError("There is no team yet: set it up first.");
    if (changedFields(now, wanted).length === 0) return;
    if (now.version !== version) {
      const who = whoHas(await getLastChange(tx, "team"), actor);
      throw new TeamChangedError(`${who} changed the team's settings meanwhile.`);
    }
    const { changed, told } = await decide(now, tx);
    const fields = changedFields(now, changed);
    if (fields.length === 0) return;
    await tx.update(team).set({ ...changed, version: version + 1 });
    const only = (of: Changed) => Object.fromEntries(fields.map((field) => [field, of[field]]));
    await insertAuditEntry(tx, {
      memberId: actor.id,
      act,
      subject: "team",
      before: only(now),
      after: { ...only(changed), ...told },
    });
  });
}

/**
 * Changes the team's name, currency, locale and first day of the week.
 *
 * @throws RuleError as saveTeam; another currency once an amount exists, or one that is none.
 */
export async function changeTeam(
  db: Database,
  { settings, ...who }: Acting & SeenTeam & { settings: TeamSettings },
): Promise<void> {
  await saveTeam(db, { ...who, act: "change team", wanted: settings }, async (now, tx) => {
    if (settings.currency === now.currency) return { changed: settings };
    const digits = currencyDigits(settings.currency);
    if (digits === undefined) throw new RuleError("Choose a currency of ISO 4217, such as ZAR.");
    if (await isCurrencyFixed(tx))
      throw new RuleError(
        "The currency is fixed: amounts have been logged in it, and they would mean something else.",
      );
    return { changed: { ...settings, currencyDigits: digits } };
  });
}
