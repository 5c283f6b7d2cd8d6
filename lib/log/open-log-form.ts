import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { getUsualLabels } from "@/db/queries/log-choices";
import { getSurvivingCustomer } from "@/db/queries/surviving-customer";
import { getTimelineRow } from "@/db/queries/timeline";
import { teamFormats } from "@/lib/format/team-formats";
import type { MemberContext } from "@/lib/member-context";
import { recordId } from "@/lib/record-id";
import { askedStage } from "@/lib/stages/asked-stage";
import { askedDeal } from "./asked-deal";
import { channelReachedBy } from "./channel-reached-by";
import { type CustomerContext, readCustomerContext } from "./customer-context";
import { likelyShown, lookUpCustomers } from "./customer-said";
import { firstLogValues } from "./first-values";
import { type LogChoices, readLogChoices } from "./log-choices";

/** The parameters by which an address opens the form with something said in it. */
export const logParameters = ["follows-up", "customer", "stage", "deal", "how", "contact", "note"] as const;

type LogParams = Record<(typeof logParameters)[number], string>;

async function readPlace(db: Database, params: LogParams) {
  const followedUpId = recordId(params["follows-up"]);
  const found = followedUpId === undefined ? undefined : await getTimelineRow(db, followedUpId);
  const earlier = found?.deletedAt ? undefined : found;
  const customerId = earlier?.customerId ?? recordId(params.customer);
  const customer = customerId === undefined ? undefined : await getSurvivingCustomer(db, customerId);
  return { earlier, customer };
}

type Opened = {
  choices: LogChoices;
  context: CustomerContext | undefined;
  followedUpId: number | null;
};

/** What an address says that only the customer and the choices can tell: the channel, the contact, the deal. */
function saidOfCustomer(params: LogParams, { choices, context, followedUpId }: Opened) {
  const reachedBy = channelReachedBy(params.how, choices.channels);
  const contact = context?.contacts.find(({ id }) => String(id) === params.contact);
  const deal = askedDeal(context, { named: params.deal, followedUpId });
  return {
    deal,
    shownDeal: deal,
    ...(reachedBy === undefined ? {} : { channel: String(reachedBy) }),
    ...(contact ? { contactName: contact.name } : {}),
  };
}

/**
 * The form that logs, as an address opens it. `earlier`: the conversation it follows up on; `archived`: its customer,
 * with whom nothing can be logged.
 */
export async function openLogForm(
  db: Database,
  params: LogParams,
  { member, team, today }: MemberContext,
  now: Date,
) {
  const formats = teamFormats(team);
  const { earlier, customer } = await readPlace(db, params);
  const choices = await readLogChoices(db);
  const stage = askedStage(choices.stages, params.stage);
  const place = {
    ...{ stageId: stage?.id ?? null, occurredAt: now, hasAmount: false, conversationId: null },
    saidDealId: recordId(params.deal) ?? null,
  };
  const [likely, context] = await Promise.all([
    earlier
      ? []
      : lookUpCustomers(db, { search: "", memberId: member.id, limit: likelyShown, formats, today }),
    customer ? readCustomerContext(db, { ...place, customerId: customer.id, formats, today }) : undefined,
  ]);
  const given = {
    customer,
    followsUpId: earlier?.id,
    stage: stage ? String(stage.id) : "",
    note: params.note,
    deviceId: randomUUID(),
    ...(await getUsualLabels(db, member.id)),
  };
  const opened = { choices, context, followedUpId: earlier?.dealId ?? null };
  return {
    archived: customer?.archivedAt ? customer : undefined,
    earlier,
    form: {
      values: { ...firstLogValues(given, team, now), ...saidOfCustomer(params, opened) },
      fixedCustomer: earlier && customer ? customer : null,
      choices: { ...choices, holders: choices.holders.filter(({ id }) => id !== member.id) },
      likely,
      context: context ?? null,
    },
  };
}
