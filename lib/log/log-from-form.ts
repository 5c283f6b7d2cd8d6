import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { type Conversation, getConversationOfDevice, lockCustomer } from "@/db/queries/conversations";
import { listStages } from "@/db/queries/stages";
import { teamFormats } from "@/lib/format/team-formats";
import type { MemberContext } from "@/lib/member-context";
import { localDateOf } from "@/lib/pipeline/local-date";
import { type Actor, mayLog } from "@/lib/pipeline/permissions";
import { recordId } from "@/lib/record-id";
import { RuleError } from "@/lib/rule-error";
import { stageProblem } from "./conversation-content";
import { type CustomerContext, readCustomerContext } from "./customer-context";
import { type CustomerChoice, customerOfName, customerSaid } from "./customer-said";
import { faultOfFollowingUp, faultsOfFollowingUp } from "./following-up";
import { hashOfForm } from "./hash-of-form";
import { logConversation } from "./log-conversation";
import type { LogErrors, LogValues } from "./log-values";
import { lockPipelineShared } from "./pipeline-lock";
import { readSaid } from "./read-said";
import { resolveNames } from "./resolve-names";
import { survivingChoices, survivingNames } from "./surviving-choices";

/** What the form shows beside what was typed when something is still to be said; `loggedId`: what it logged before. */
export type LogMore = { choices?: CustomerChoice[]; context?: CustomerContext; loggedId?: number };

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

/** Asked where the joining rule cannot tell. */
export const inDoubt = "Is this a new sale, or does it belong to the earlier one?";

/** What is still to be said where writing had begun: all of it is taken back. */
class NothingLogged extends Error {
  constructor(readonly answer: LogAnswer) {
    super("Something is still to be said.");
  }
}

/** What was logged from this form before, or that it says something else now; undefined: it is new. */
async function answerRepeated(db: Database, sent: LogValues, actor: Actor): Promise<LogAnswer | undefined> {
  const known = sent.deviceId === "" ? undefined : await getConversationOfDevice(db, sent.deviceId);
  if (!known) return undefined;
  const isOwn = known.recordedById === actor.id;
  if (isOwn && (known.sentHash === null || known.sentHash === hashOfForm(sent))) return { logged: known };
  return {
    errors: {},
    message:
      "This form has been logged once already, as it stood then. Press Log again to log what it says now as another conversation.",
    more: isOwn ? { loggedId: known.id } : {},
    deviceId: randomUUID(),
  };
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
  { member, team, today }: MemberContext,
  now: Date,
  recorded?: RecordedOnDevice,
): Promise<LogAnswer> {
  if (!mayLog(member)) throw new RuleError("Viewers read; ask an admin for the role of a member to log.");
  const repeated = await answerRepeated(db, sent, member);
  if (repeated?.logged) return repeated;
  const formats = teamFormats(team);
  const chosen = await survivingChoices(db, sent);
  const customer = await customerSaid(db, chosen, { formats, today, memberId: member.id });
  const values = await survivingNames(db, chosen, customer);
  const who = { actor: member, now };
  const untouched = { at: recorded?.at ?? now, dateOnly: false };
  const { said, errors } = readSaid(values, { team, today, now, untouched });
  const wrongStage = said.stageId === null ? undefined : stageProblem(await listStages(db), said.stageId);
  if (wrongStage) errors.stage = wrongStage;
  const place = {
    stageId: said.stageId,
    occurredAt: said.moment.at,
    hasAmount: said.amount !== null,
    saidDealId: recordId(values.deal) ?? null,
    conversationId: null,
  };
  const contextOf = (tx: Database, customerId: number) =>
    readCustomerContext(tx, { ...place, customerId, formats, today });
  if (repeated) {
    const context = customer.is === "known" ? await contextOf(db, customer.id) : undefined;
    return { ...repeated, more: { ...repeated.more, context } };
  }
  const isClear = customer.is === "known" || customer.is === "new";
  if (!isClear || Object.keys(errors).length > 0) {
    if (customer.is === "wrong") errors.customer = customer.problem;
    if (customer.is === "one of") errors.customer = "Which customer is meant? Choose one, or add a new one.";
    const choices = customer.is === "one of" ? customer.choices : undefined;
    const context = customer.is === "known" ? await contextOf(db, customer.id) : undefined;
    return { errors, more: { choices, context } };
  }
  const logged = db.transaction(async (tx): Promise<LogAnswer> => {
    await lockPipelineShared(tx);
    const localDate = localDateOf(said.moment.at, team.timeZone);
    const openedOn = localDate < today ? localDate : today;
    const customerId =
      customer.is === "known"
        ? customer.id
        : await customerOfName(tx, { ...who, name: customer.name, openedOn });
    await lockCustomer(tx, customerId);
    const quicker = await answerRepeated(tx, sent, member);
    if (quicker?.logged) return quicker;
    if (quicker) throw new NothingLogged(quicker);
    const context = await contextOf(tx, customerId);
    if (said.deal === undefined && context?.preview?.act === "ask")
      throw new NothingLogged({ errors: { deal: inDoubt }, more: { context } });
    const followsUpId = recordId(values.followsUp) ?? null;
    const fault = await faultOfFollowingUp(tx, { followsUpId, customerId, localDate });
    if (fault === "it lies later")
      throw new NothingLogged({ errors: { date: faultsOfFollowingUp[fault] }, more: { context } });
    if (fault)
      throw new NothingLogged({
        errors: {},
        message: `${faultsOfFollowingUp[fault]} Press Log again to log it by itself.`,
        more: { context },
        values: { followsUp: "" },
      });
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
        deviceId: sent.deviceId || null,
        sentHash: sent.deviceId === "" ? null : hashOfForm(sent),
        deviceRecordedAt: recorded?.deviceRecordedAt ?? null,
      },
      { ...who, timeZone: team.timeZone, currency: team.currency },
    );
    return { logged };
  });
  return logged.catch((error: unknown) => {
    if (error instanceof NothingLogged) return error.answer;
    throw error;
  });
}
