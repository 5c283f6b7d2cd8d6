import type { Database } from "@/db/client";
import { takeLock } from "@/db/queries/advisory-lock";
import { lockCustomer } from "@/db/queries/conversations";
import type { Acting } from "@/lib/acting";
import type { MemberContext } from "@/lib/member-context";
import { localDateOf } from "@/lib/pipeline/local-date";
import { mayLog } from "@/lib/pipeline/permissions";
import { recordId } from "@/lib/record-id";
import { RuleError } from "@/lib/rule-error";
import { logProblems } from "@/lib/wording/log-problems";
import { answerRepeated } from "./answer-repeated";
import { customerOfName } from "./customer-said";
import { faultOfFollowingUp, faultsOfFollowingUp } from "./following-up";
import { hashOfForm } from "./hash-of-form";
import type { LogAnswer, StillToSay } from "./log-answer";
import { logConversation } from "./log-conversation";
import type { LogValues } from "./log-values";
import { lockPipelineShared } from "./pipeline-lock";
import { type FormRead, mustAskForDeal, readContextOf, readForm } from "./read-form";
import { resolveNames } from "./resolve-names";

/** When a conversation was written down where there was no connection: truly, and by the device's clock. */
type RecordedOnDevice = { at: Date; deviceRecordedAt: Date };

/** What is still to be said where writing had begun: all of it is taken back. */
class NothingLogged extends Error {
  constructor(readonly answer: StillToSay) {
    super("Something is still to be said.");
  }
}

async function contextOfKnown(db: Database, form: FormRead, present: MemberContext) {
  const { customer } = form;
  return customer.is === "known" ? readContextOf(db, form, { customerId: customer.id }, present) : undefined;
}

/** What is still to be said of the form before anything is written; undefined: it can be logged. */
async function whatIsMissing(
  db: Database,
  form: FormRead,
  present: MemberContext,
): Promise<StillToSay | undefined> {
  const { customer } = form;
  const errors = { ...form.errors };
  if (customer.is === "wrong") errors.customer = customer.problem;
  if (customer.is === "one of") errors.customer = logProblems.whichCustomer;
  if (Object.keys(errors).length === 0) return undefined;
  const choices = customer.is === "one of" ? customer.choices : undefined;
  return { errors, more: { choices, context: await contextOfKnown(db, form, present) } };
}

/** The id of the customer that was named, made where nobody knows it: since today, or the conversation's day before. */
async function customerIdOf(
  tx: Database,
  { customer, said }: FormRead,
  { present: { team, today }, ...who }: Acting & { present: MemberContext },
): Promise<number> {
  if (customer.is === "known") return customer.id;
  if (customer.is !== "new") throw new Error("A form that does not say which customer is not written.");
  const localDate = localDateOf(said.moment.at, team.timeZone);
  return customerOfName(tx, { ...who, name: customer.name, openedOn: localDate < today ? localDate : today });
}

/** What is still to be said of the deal and of the conversation it follows up on, once the customer is locked. */
async function whatIsInDoubt(
  tx: Database,
  form: FormRead,
  asked: { customerId: number; followsUpId: number | null },
  present: MemberContext,
): Promise<StillToSay | undefined> {
  const { said } = form;
  const more = async () => ({ context: await readContextOf(tx, form, asked, present) });
  if (await mustAskForDeal(tx, said, asked))
    return { errors: { deal: logProblems.newSaleOrEarlier }, more: await more() };
  const localDate = localDateOf(said.moment.at, present.team.timeZone);
  const fault = await faultOfFollowingUp(tx, { ...asked, localDate });
  if (!fault) return undefined;
  const problem = faultsOfFollowingUp[fault];
  if (fault === "it lies later") return { errors: { date: problem }, more: await more() };
  const message = `${problem} Press Log again to log it by itself.`;
  return { errors: {}, message, more: await more(), values: { followsUp: "" } };
}

/** @throws NothingLogged something is still to be said. */
async function writeForm(
  tx: Database,
  sent: LogValues,
  form: FormRead,
  { present, now, recorded }: { present: MemberContext; now: Date; recorded?: RecordedOnDevice },
): Promise<LogAnswer> {
  const { member, team } = present;
  const { said, values } = form;
  const who = { actor: member, now };
  await lockPipelineShared(tx);
  // Sent twice at once with two customers, whose own locks let both pass.
  if (sent.deviceId !== "") await takeLock(tx, sent.deviceId);
  const customerId = await customerIdOf(tx, form, { ...who, present });
  await lockCustomer(tx, customerId);
  const quicker = await answerRepeated(tx, sent, member);
  if (quicker?.logged) return quicker;
  if (quicker) throw new NothingLogged(quicker);
  const followsUpId = recordId(values.followsUp) ?? null;
  const inDoubt = await whatIsInDoubt(tx, form, { customerId, followsUpId }, present);
  if (inDoubt) throw new NothingLogged(inDoubt);
  const kept = { heldById: member.id, channelId: null, topicId: null, contactId: null };
  const names = await resolveNames(tx, values, { ...who, customerId, kept });
  const { moment, deal = "decide", ...content } = said;
  const logged = await logConversation(
    tx,
    {
      ...content,
      ...names,
      customerId,
      occurredAt: moment.at,
      dateOnly: moment.dateOnly,
      completedAt: null,
      followsUpId,
      deal,
      deviceId: sent.deviceId || null,
      sentHash: sent.deviceId === "" ? null : hashOfForm(sent),
      deviceRecordedAt: recorded?.deviceRecordedAt ?? null,
    },
    { ...who, timeZone: team.timeZone, currency: team.currency },
  );
  return { logged };
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
  present: MemberContext,
  now: Date,
  recorded?: RecordedOnDevice,
): Promise<LogAnswer> {
  if (!mayLog(present.member)) throw new RuleError(logProblems.viewer);
  const repeated = await answerRepeated(db, sent, present.member);
  if (repeated?.logged) return repeated;
  const form = await readForm(db, sent, present, { now, writtenAt: recorded?.at ?? now });
  if (repeated)
    return { ...repeated, more: { ...repeated.more, context: await contextOfKnown(db, form, present) } };
  const missing = await whatIsMissing(db, form, present);
  if (missing) return missing;
  try {
    return await db.transaction((tx) => writeForm(tx, sent, form, { present, now, recorded }));
  } catch (error) {
    if (error instanceof NothingLogged) return error.answer;
    throw error;
  }
}
