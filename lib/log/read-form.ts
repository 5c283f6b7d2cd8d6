import type { Database } from "@/db/client";
import { listStages } from "@/db/queries/stages";
import { teamFormats } from "@/lib/format/team-formats";
import type { MemberContext } from "@/lib/member-context";
import { recordId } from "@/lib/record-id";
import { stageProblem } from "./conversation-content";
import { readCustomerContext } from "./customer-context";
import { customerSaid } from "./customer-said";
import type { LogValues } from "./log-values";
import { previewDeal } from "./preview-deal";
import { readSaid, type Said } from "./read-said";
import { survivingChoices, survivingNames } from "./surviving-choices";

/**
 * What a form that logs says, and of whom. What was chosen and merged into another meanwhile is that other one.
 *
 * @param times `writtenAt`: the moment that is meant when date and time were left as they were shown.
 * @returns `values`: the form with what survives; `errors`: the mistakes by field, but for the customer's.
 */
export async function readForm(
  db: Database,
  sent: LogValues,
  { member, team, today }: MemberContext,
  { now, writtenAt }: { now: Date; writtenAt: Date },
) {
  const chosen = await survivingChoices(db, sent);
  const looking = { formats: teamFormats(team), today, memberId: member.id };
  const customer = await customerSaid(db, chosen, looking);
  const values = await survivingNames(db, chosen, customer);
  const untouched = { at: writtenAt, dateOnly: false };
  const { said, errors } = readSaid(values, { team, today, now, untouched });
  const wrongStage = said.stageId === null ? undefined : stageProblem(await listStages(db), said.stageId);
  if (wrongStage) errors.stage = wrongStage;
  return { values, customer, said, errors };
}

export type FormRead = Awaited<ReturnType<typeof readForm>>;

/** Whose conversation it is; `conversationId`: its own, when it is being corrected. */
type Whose = { customerId: number; conversationId?: number };

/** Where in the log what the form says stands, as the joining rule asks. */
function placeOf({ stageId, moment, amount }: Said, { customerId, conversationId }: Whose) {
  const place = { customerId, stageId, occurredAt: moment.at, hasAmount: amount !== null };
  return { ...place, conversationId: conversationId ?? null };
}

/** Whether the form is to ask which deal: it says nothing of it, and the joining rule cannot tell. */
export async function mustAskForDeal(db: Database, said: Said, whose: Whose): Promise<boolean> {
  if (said.deal !== undefined) return false;
  return (await previewDeal(db, placeOf(said, whose)))?.act === "ask";
}

/** What the form shows of its customer beside what is said in it; undefined when there is no such customer. */
export function readContextOf(
  db: Database,
  { values, said }: { values: LogValues; said: Said },
  whose: Whose,
  { team, today }: Pick<MemberContext, "team" | "today">,
) {
  return readCustomerContext(db, {
    ...placeOf(said, whose),
    saidDealId: recordId(values.deal) ?? null,
    formats: teamFormats(team),
    today,
  });
}
