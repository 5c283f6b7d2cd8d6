import type { LogChoices } from "@/lib/log/log-choices";
import type { LogValues } from "@/lib/log/log-values";

/** A customer as the device keeps it: nothing but what one finds it by. */
export type DeviceCustomer = {
  id: number;
  name: string;
  stage: string | null;
  /** The day promised of the follow-up that is due first, in ISO 8601. */
  dueOn: string | null;
  /** The later day its reminder was snoozed to; it is not due before. */
  remindOn?: string;
};

/** One of one's own conversations as the device keeps it, its texts finished. */
export type DeviceTalk = { id: number; customer: string; when: string; facts: string; note: string };

/** All that a device keeps of the team, so that its member can log where there is no connection. */
export type DeviceData = {
  memberId: number;
  memberName: string;
  /** The server's time when this was read, in ISO 8601. */
  heardAt: string;
  timeZone: string;
  locale: string;
  currency: string;
  choices: LogChoices;
  /** The form with nothing said, as this member begins it. */
  firstValues: LogValues;
  /** Those with the nearest follow-ups come first, then those logged last. */
  customers: DeviceCustomer[];
  /** The customers one is likely to log for, the likeliest first. What a device kept earlier lacks them. */
  likelyIds?: number[];
  /** How many customers there are that one can choose; the device keeps no more than the first of them. */
  customerCount: number;
  recent: DeviceTalk[];
};
