import type { CustomerChoice } from "@/lib/log/customer-said";
import type { DeviceCustomer, DeviceData } from "./device-data";
import { getKept, getLastMemberId } from "./device-store";

const shown = 8;

/** A customer of the device as the form offers it; `today` is a local date. */
export function asChoice({ id, name, stage, dueOn }: DeviceCustomer, today: string): CustomerChoice {
  const isDue = dueOn !== null && dueOn <= today;
  return { id, name, hint: [stage, dueOn && `due ${dueOn}`].filter(Boolean).join(", "), isDue };
}

/** The device's customers whose name contains the text, those that begin like it first. */
export function findAmong({ customers }: Pick<DeviceData, "customers">, search: string): DeviceCustomer[] {
  const text = search.trim().toLowerCase();
  const found = customers.filter(({ name }) => name.toLowerCase().includes(text));
  const begins = ({ name }: DeviceCustomer) => name.toLowerCase().startsWith(text);
  return [...found.filter(begins), ...found.filter((customer) => !begins(customer))];
}

/** What the device knows while nothing is reached; undefined: nobody is signed in on it. */
export async function dataOnDevice(): Promise<DeviceData | undefined> {
  const memberId = await getLastMemberId();
  return memberId === undefined ? undefined : ((await getKept(memberId))?.data ?? undefined);
}

/** The few customers of this device that a text may mean. */
export async function findOnDevice(search: string): Promise<CustomerChoice[]> {
  const data = await dataOnDevice();
  if (!data) return [];
  const today = nowIn(data.timeZone).date;
  return findAmong(data, search)
    .slice(0, shown)
    .map((customer) => asChoice(customer, today));
}

/** The date and time of this moment in a time zone, as a form's fields show them. */
export function nowIn(timeZone: string): { date: string; time: string } {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  const [date = "", time = ""] = format.format(new Date()).split(" ");
  return { date, time };
}
