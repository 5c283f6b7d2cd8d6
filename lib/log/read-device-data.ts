import type { Database } from "@/db/client";
import { findLikelyCustomers } from "@/db/queries/customer-choices";
import {
  countCustomersToChoose,
  type DeviceCustomerRow,
  listDeviceCustomers,
  listOwnTalks,
} from "@/db/queries/device-data";
import { getUsualLabels } from "@/db/queries/log-choices";
import type { Team } from "@/db/queries/team";
import type { DeviceCustomer, DeviceData } from "@/lib/device/device-data";
import { teamFormats } from "@/lib/format/team-formats";
import { localDateOf } from "@/lib/pipeline/local-date";
import { inOneLine } from "@/lib/wording/in-one-line";
import { likelyShown } from "./customer-said";
import { firstLogValues } from "./first-values";
import { readLogChoices } from "./log-choices";

/** The most customers a device keeps: about 300 kB. */
const mostDeviceCustomers = 5000;

/** How many of their own latest conversations a member reads without a connection. */
const recentTalks = 20;

function deviceCustomer({ id, name, stage, dueOn, remindOn }: DeviceCustomerRow): DeviceCustomer {
  const isSnoozed = dueOn !== null && remindOn !== null && remindOn > dueOn;
  return { id, name, stage, dueOn, ...(isSnoozed ? { remindOn } : {}) };
}

/**
 * All that a member's device keeps of the team: customers by name, stage and due date, their own latest
 * conversations, and what the form that logs offers. No contacts, no amounts, nobody else's conversations or name.
 */
export async function readDeviceData(
  db: Database,
  { member, team }: { member: { id: number; name: string }; team: Team },
  now: Date,
): Promise<DeviceData> {
  const today = localDateOf(now, team.timeZone);
  const { date } = teamFormats(team);
  const [choices, customers, likelyIds, customerCount, talks, usual] = await Promise.all([
    readLogChoices(db),
    listDeviceCustomers(db, { today, limit: mostDeviceCustomers }),
    findLikelyCustomers(db, { memberId: member.id, today, limit: likelyShown }),
    countCustomersToChoose(db),
    listOwnTalks(db, { memberId: member.id, limit: recentTalks }),
    getUsualLabels(db, member.id),
  ]);
  const nothingGiven = {
    customer: undefined,
    followsUpId: undefined,
    stage: "",
    note: "",
    deviceId: "",
    ...usual,
  };
  return {
    memberId: member.id,
    memberName: member.name,
    heardAt: now.toISOString(),
    timeZone: team.timeZone,
    locale: team.locale,
    currency: team.currency,
    choices: { ...choices, holders: [] },
    firstValues: firstLogValues(nothingGiven, team, now),
    customers: customers.map(deviceCustomer),
    likelyIds,
    customerCount,
    recent: talks.map(({ id, customer, occurredOn, followUpOn, note, stage, how, about }) => ({
      id,
      customer,
      when: date(occurredOn),
      facts: inOneLine([stage, how, about, followUpOn && `follow-up on ${date(followUpOn)}`]),
      note,
    })),
  };
}
