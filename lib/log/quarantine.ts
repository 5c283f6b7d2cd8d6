import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { getConversationOfDevice } from "@/db/queries/conversations";
import {
  countUndecidedOf,
  decideQuarantined,
  getQuarantined,
  insertQuarantined,
  isQuarantined,
  lockUndecided,
} from "@/db/queries/quarantine";
import type { Team } from "@/db/queries/team";
import type { Acting } from "@/lib/acting";
import type { EntryAnswer } from "@/lib/device/outbox-entry";
import { asAdmin } from "@/lib/members/as-admin";
import { localDateOf } from "@/lib/pipeline/local-date";
import { momentFields } from "@/lib/pipeline/moment";
import type { Actor } from "@/lib/pipeline/permissions";
import { RuleError } from "@/lib/rule-error";
import { checkSameTeam } from "@/lib/team/same-team";
import { whoHas } from "@/lib/who-has";
import { isDayOfWrongClock, type MomentOfEntry, momentOfEntry } from "./device-clock";
import { withFollowUpDated } from "./follow-up-date";
import { idOfForm, saysWhatWasLogged } from "./hash-of-form";
import type { LogAnswer } from "./log-answer";
import { logFromForm } from "./log-from-form";
import { isMomentLeft, type LogValues } from "./log-values";
import { lockPipelineShared } from "./pipeline-lock";
import type { ReceivedEntry } from "./receive-entries";

/** The form of an entry with nothing in it that depends on today: its moment and its follow-up as dates. */
function asDated(values: LogValues, moment: MomentOfEntry, { timeZone }: Team): LogValues {
  const { at } = moment;
  const { date, time } = momentFields({ at, dateOnly: false }, timeZone);
  const dated = { ...values, shownDate: "", shownTime: "" };
  if (isMomentLeft(values)) Object.assign(dated, { date, time });
  else if (isDayOfWrongClock(values, moment, timeZone)) dated.date = date;
  return withFollowUpDated(dated, localDateOf(at, timeZone));
}

/**
 * So many entries of one removed member wait for an admin at most, as nothing ends the key of their device. Those
 * beyond are not answered, so the device keeps them and sends them again later. Example: of 310 the device keeps 10;
 * an admin decides on 20, and the next time those 10 arrive too.
 */
export const mostUndecided = 300;

/** What a form says together, in characters: more than a note and every name at their longest. Longer is none of ours. */
const longestEntry = 60_000;

function isTooLong(values: LogValues): boolean {
  return Object.values(values).reduce((length, text) => length + text.length, 0) > longestEntry;
}

/**
 * Keeps entries from the device of a removed member until an admin decides. One that was logged before they
 * were removed is answered with what is there, unless it says something else now: that is kept as another one. One
 * for which there is no room is not answered at all. A note longer than a note may be is kept as it came: who decides
 * is told, as who logs is.
 *
 * @throws RuleError the team's time zone was changed this moment: the device sends them again.
 */
export async function quarantineEntries(
  db: Database,
  entries: readonly ReceivedEntry[],
  { memberId, team, sentAt, now }: { memberId: number; team: Team; sentAt: Date; now: Date },
): Promise<EntryAnswer[]> {
  const answers: EntryAnswer[] = [];
  for (const { deviceId, values, ...times } of entries) {
    const known = await getConversationOfDevice(db, deviceId);
    const isOwn = known?.recordedById === memberId;
    const said = { ...values, deviceId };
    if (isOwn && saysWhatWasLogged(known, said)) {
      answers.push({ deviceId, is: "logged", id: known.id });
      continue;
    }
    const ownId = isOwn ? idOfForm(said) : deviceId;
    const entry = asDated({ ...said, deviceId: ownId }, momentOfEntry({ ...times, sentAt }, now), team);
    const sent = { memberId, deviceId: ownId, entry, deviceRecordedAt: times.recordedAt, receivedAt: now };
    const isKept = await db.transaction(async (tx) => {
      await lockPipelineShared(tx);
      await checkSameTeam(tx, team);
      if (isTooLong(values) || (await countUndecidedOf(tx, memberId)) >= mostUndecided)
        return isQuarantined(tx, ownId);
      await insertQuarantined(tx, sent);
      return true;
    });
    if (isKept) answers.push({ deviceId, is: "quarantined" });
  }
  return answers;
}

async function undecided(db: Database, entryId: number, actor: Actor) {
  const isUndecided = await lockUndecided(db, entryId);
  const entry = await getQuarantined(db, entryId);
  if (!entry) throw new RuleError("There is no such entry.");
  const decided = { byId: entry.decidedById, by: entry.decidedBy };
  if (!isUndecided) throw new RuleError(`${whoHas(decided, actor)} decided on this entry already.`);
  return entry;
}

/**
 * Logs an entry of a removed member as theirs, as the form now says it, or answers what is still to be said.
 *
 * @throws RuleError somebody decided on it already; what it says breaks a rule; the actor is no admin.
 */
export async function logQuarantined(
  db: Database,
  { entryId, values, team, actor, now }: Acting & { entryId: number; values: LogValues; team: Team },
): Promise<LogAnswer> {
  return asAdmin(db, actor, async (tx) => {
    const { memberId, deviceId, deviceRecordedAt } = await undecided(tx, entryId, actor);
    const present = {
      member: { id: memberId, role: "member" as const },
      team,
      today: localDateOf(now, team.timeZone),
    };
    const recorded = deviceRecordedAt ? { at: now, deviceRecordedAt } : undefined;
    const answer = await logFromForm(tx, { ...values, deviceId }, present, now, recorded);
    if (!answer.logged) return answer;
    const { id: conversationId } = answer.logged;
    await decideQuarantined(tx, entryId, {
      decision: "logged",
      decidedById: actor.id,
      decidedAt: now,
      conversationId,
    });
    await insertAuditEntry(tx, {
      memberId: actor.id,
      act: "log entry of removed member",
      subject: "quarantined entry",
      subjectId: String(entryId),
      after: { memberId, conversationId },
    });
    return answer;
  });
}

/** Discards an entry of a removed member. @throws RuleError somebody decided already; the actor is no admin. */
export async function discardQuarantined(
  db: Database,
  { entryId, actor, now }: Acting & { entryId: number },
): Promise<void> {
  await asAdmin(db, actor, async (tx) => {
    const { memberId } = await undecided(tx, entryId, actor);
    await decideQuarantined(tx, entryId, {
      decision: "discarded",
      decidedById: actor.id,
      decidedAt: now,
      conversationId: null,
    });
    await insertAuditEntry(tx, {
      memberId: actor.id,
      act: "discard entry of removed member",
      subject: "quarantined entry",
      subjectId: String(entryId),
      after: { memberId },
    });
  });
}
