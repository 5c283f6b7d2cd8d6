import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import {
  type Conversation,
  getConversation,
  getConversationOfDevice,
  getVersion,
  lockCustomer,
} from "@/db/queries/conversations";
import { listStages } from "@/db/queries/stages";
import type { Team } from "@/db/queries/team";
import { teamFormats } from "@/lib/format/team-formats";
import { type LocalDate, localDateOf } from "@/lib/pipeline/local-date";
import { type Actor, mayLog } from "@/lib/pipeline/permissions";
import { RuleError } from "@/lib/rule-error";
import { stageProblem } from "./conversation-content";
import { type CustomerContext, readCustomerContext } from "./customer-context";
import { type CustomerChoice, customerOfName, customerSaid } from "./customer-said";
import { logConversation } from "./log-conversation";
import type { LogErrors, LogValues } from "./log-values";
import { lockPipelineShared } from "./pipeline-lock";
import { idIn, readSaid, type Said } from "./read-said";
import { resolveNames } from "./resolve-names";
import { survivingChoices } from "./surviving-choices";

/** Who logs, in which team, on which local date. */
export type Present = { member: Actor; team: Team; today: LocalDate };

/** What the form shows beside what was typed when something is still to be said. */
export type LogMore = { choices?: CustomerChoice[]; context?: CustomerContext };

/**
 * The conversation that was logged, or what is still to be said. `values`: what the form is to hold instead;
 * `deviceId`: the one to send the next time.
 */
export type LogAnswer =
  | { logged: Conversation }
  | {
      logged?: undefined;
      errors: LogErrors;
      message?: string;
      more: LogMore;
      values?: Partial<LogValues>;
      deviceId?: string;
    };

/** When a conversation was written down where there was no connection: truly, and by the device's clock. */
export type RecordedOnDevice = { at: Date; deviceRecordedAt: Date };

const inDoubt = "Is this a new sale, or does it belong to the earlier one?";

/** Whether it is what was logged, though it may have been corrected or merged since. */
async function isSameEntry(
  db: Database,
  known: Conversation,
  said: Said & { customerId: number },
  actor: Actor,
): Promise<boolean> {
  const first = await getVersion(db, known.id, 1);
  const isStill = (fact: "customerId" | "stageId" | "note") =>
    known[fact] === said[fact] || first?.[fact] === said[fact];
  return known.recordedById === actor.id && isStill("customerId") && isStill("stageId") && isStill("note");
}

/** The earlier conversation it follows up on is gone or was always another customer's. */
async function isFollowedGone(db: Database, followsUpId: number, customerId: number): Promise<boolean> {
  const earlier = await getConversation(db, followsUpId);
  return !earlier || earlier.deletedAt !== null || earlier.customerId !== customerId;
}

/**
 * Logs what was said in the form, with the customer, contact, channel, topic and deal it names where nobody
 * knows them yet: all or nothing. The same form sent twice is one conversation. What was chosen and merged into
 * another meanwhile is that other one.
 *
 * @param recorded when it was written down, if that was elsewhere and earlier.
 * @throws RuleError what was said breaks a rule, or the actor may not log.
 */
export async function logFromForm(
  db: Database,
  sent: LogValues,
  { member, team, today }: Present,
  now: Date,
  recorded?: RecordedOnDevice,
): Promise<LogAnswer> {
  if (!mayLog(member)) throw new RuleError("Viewers read; ask an admin for the role of a member to log.");
  const values = await survivingChoices(db, sent);
  const formats = teamFormats(team);
  const who = { actor: member, now };
  const untouched = { at: recorded?.at ?? now, dateOnly: false };
  const { said, errors } = readSaid(values, { team, today, now, untouched });
  const wrongStage = said.stageId === null ? undefined : stageProblem(await listStages(db), said.stageId);
  if (wrongStage) errors.stage = wrongStage;
  const customer = await customerSaid(db, values, { formats, today, memberId: member.id });
  const place = {
    stageId: said.stageId,
    occurredAt: said.moment.at,
    hasAmount: said.amount !== null,
    conversationId: null,
  };
  const contextOf = (tx: Database, customerId: number) =>
    readCustomerContext(tx, { ...place, customerId, formats, today });
  const isClear = customer.is === "known" || customer.is === "new";
  if (!isClear || Object.keys(errors).length > 0) {
    if (customer.is === "wrong") errors.customer = customer.problem;
    if (customer.is === "one of") errors.customer = "Which customer is meant? Choose one, or add a new one.";
    const choices = customer.is === "one of" ? customer.choices : undefined;
    const context = customer.is === "known" ? await contextOf(db, customer.id) : undefined;
    return { errors, more: { choices, context } };
  }
  return db.transaction(async (tx): Promise<LogAnswer> => {
    await lockPipelineShared(tx);
    const localDate = localDateOf(said.moment.at, team.timeZone);
    const openedOn = localDate < today ? localDate : today;
    const customerId =
      customer.is === "known"
        ? customer.id
        : await customerOfName(tx, { ...who, name: customer.name, openedOn });
    await lockCustomer(tx, customerId);
    const deviceId = values.deviceId || null;
    const known = deviceId === null ? undefined : await getConversationOfDevice(tx, deviceId);
    if (known && (await isSameEntry(tx, known, { ...said, customerId }, member))) return { logged: known };
    const context = await contextOf(tx, customerId);
    if (known)
      return {
        errors: {},
        message:
          "This form has been logged once already. Press Log again to log what it says now as another conversation.",
        more: { context },
        deviceId: randomUUID(),
      };
    if (said.deal === undefined && context?.preview?.act === "ask")
      return { errors: { deal: inDoubt }, more: { context } };
    const followsUpId = idIn(values.followsUp) ?? null;
    if (followsUpId !== null && (await isFollowedGone(tx, followsUpId, customerId)))
      return {
        errors: {},
        message:
          "The conversation this follows up on is no longer there. Press Log again to log it by itself.",
        more: { context },
        values: { followsUp: "" },
      };
    const names = await resolveNames(tx, values, {
      ...who,
      customerId,
      kept: { heldById: member.id, channelId: null, topicId: null, contactId: null },
    });
    const logged = await logConversation(
      tx,
      {
        ...names,
        customerId,
        occurredAt: said.moment.at,
        dateOnly: said.moment.dateOnly,
        note: said.note,
        durationMinutes: said.durationMinutes,
        stageId: said.stageId,
        amount: said.amount,
        followUpOn: said.followUpOn,
        completedAt: null,
        followsUpId,
        deal: said.deal ?? "decide",
        deviceId,
        deviceRecordedAt: recorded?.deviceRecordedAt ?? null,
      },
      { ...who, timeZone: team.timeZone, currency: team.currency },
    );
    return { logged };
  });
}
