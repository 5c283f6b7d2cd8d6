import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { type Conversation, getConversationOfDevice, lockCustomer } from "@/db/queries/conversations";
import type { Team } from "@/db/queries/team";
import { teamFormats } from "@/lib/format/team-formats";
import { type LocalDate, localDateOf } from "@/lib/pipeline/local-date";
import { type Actor, mayLog } from "@/lib/pipeline/permissions";
import { RuleError } from "@/lib/rule-error";
import { type CustomerContext, readCustomerContext } from "./customer-context";
import { type CustomerChoice, customerOfName, customerSaid } from "./customer-said";
import { logConversation } from "./log-conversation";
import type { LogErrors, LogValues } from "./log-values";
import { lockPipelineShared } from "./pipeline-lock";
import { idIn, readSaid, type Said } from "./read-said";
import { resolveNames } from "./resolve-names";

/** Who logs, in which team, on which local date. */
export type Present = { member: Actor; team: Team; today: LocalDate };

/** What the form shows beside what was typed when something is still to be said. */
export type LogMore = { choices?: CustomerChoice[]; context?: CustomerContext };

/** The conversation that was logged, or what is still to be said. `deviceId`: the one to send the next time. */
export type LogAnswer =
  | { logged: Conversation }
  | { logged?: undefined; errors: LogErrors; message?: string; more: LogMore; deviceId?: string };

const inDoubt = "Is this a new sale, or does it belong to the earlier one?";

function isSameEntry(known: Conversation, said: Said, customerId: number, actor: Actor): boolean {
  return (
    known.recordedById === actor.id &&
    known.customerId === customerId &&
    known.stageId === said.stageId &&
    known.note === said.note
  );
}

/**
 * Logs what was said in the form, with the customer, contact, channel, topic and deal it names where nobody
 * knows them yet: all or nothing. The same form sent twice is one conversation.
 *
 * @throws RuleError what was said breaks a rule, or the actor may not log.
 */
export async function logFromForm(
  db: Database,
  values: LogValues,
  { member, team, today }: Present,
  now: Date,
): Promise<LogAnswer> {
  if (!mayLog(member)) throw new RuleError("Viewers read; ask an admin for the role of a member to log.");
  const formats = teamFormats(team);
  const who = { actor: member, now };
  const { said, errors } = readSaid(values, { team, today, now, untouched: { at: now, dateOnly: false } });
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
    if (known && isSameEntry(known, said, customerId, member)) return { logged: known };
    if (known) {
      const message =
        "This form has been logged once already. Press Log again to log what it says now as another conversation.";
      return {
        errors: {},
        message,
        more: { context: await contextOf(tx, customerId) },
        deviceId: randomUUID(),
      };
    }
    const context = await contextOf(tx, customerId);
    if (said.deal === undefined && context?.preview?.act === "ask")
      return { errors: { deal: inDoubt }, more: { context } };
    const names = await resolveNames(tx, values, {
      ...who,
      customerId,
      kept: { heldById: member.id, channelId: null, topicId: null },
    });
    const followsUpId = idIn(values.followsUp) ?? null;
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
        deviceRecordedAt: null,
      },
      { ...who, timeZone: team.timeZone, currency: team.currency },
    );
    return { logged };
  });
}
