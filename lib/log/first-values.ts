import type { Team } from "@/db/queries/team";
import { momentFields } from "@/lib/pipeline/moment";
import { followUpDates } from "./follow-up-date";
import { emptyLogValues, type LogValues } from "./log-values";

/** The form as it is opened: now, in the team's time zone, with what the address already says. */
export function firstLogValues(
  given: Pick<LogValues, "stage" | "note" | "deviceId" | "channel" | "topic"> & {
    customer: { id: number; name: string } | undefined;
    followsUpId: number | undefined;
  },
  team: Pick<Team, "timeZone">,
  now: Date,
): LogValues {
  const { date, time } = momentFields({ at: now, dateOnly: false }, team.timeZone);
  return {
    ...emptyLogValues,
    customer: given.customer?.name ?? "",
    customerId: given.customer ? String(given.customer.id) : "",
    shownCustomer: given.customer?.name ?? "",
    followsUp: given.followsUpId === undefined ? "" : String(given.followsUpId),
    stage: given.stage,
    note: given.note,
    deviceId: given.deviceId,
    channel: given.channel,
    topic: given.topic,
    date,
    time,
    followUpDates: followUpDates(date),
    shownDate: date,
    shownTime: time,
  };
}
