import { dateFormat } from "@/lib/format/team-formats";
import type { CustomerChoice } from "@/lib/log/customer-said";
import { isNearlyNamed } from "@/lib/pipeline/misspelling";
import { nameKey } from "@/lib/pipeline/name-key";
import { namePlace } from "@/lib/pipeline/name-place";
import { isNamedLike } from "@/lib/pipeline/named-like";
import { plainKey, withoutAccents } from "@/lib/pipeline/without-accents";
import { dueInWords } from "@/lib/wording/due-in-words";
import type { DeviceCustomer, DeviceData } from "./device-data";
import { getKept, getLastMemberId } from "./device-store";

const shown = 8;

/** What a day is called against today, a local date. */
type Calendar = { today: string; date: (date: string) => string };

/** The calendar of the team whose data this is, as of now. */
export function calendarOf({ timeZone, locale }: DeviceData): Calendar {
  return { today: nowIn(timeZone).date, date: dateFormat(locale) };
}

/** What a customer was promised next, in words; `isDue`: by today, unless it is snoozed. Undefined: nothing. */
export function promiseOf({ dueOn, remindOn = "" }: DeviceCustomer, { today, date }: Calendar) {
  if (dueOn === null) return undefined;
  if (dueOn <= today && remindOn <= today) return { isDue: true, text: dueInWords(dueOn, today, date) };
  const text = remindOn > today ? `snoozed to ${date(remindOn)}` : `follow-up on ${date(dueOn)}`;
  return { isDue: false, text };
}

/** A customer of the device as the form offers it. */
export function asChoice(customer: DeviceCustomer, calendar: Calendar): CustomerChoice {
  const { id, name, stage } = customer;
  const promise = promiseOf(customer, calendar);
  const isDue = promise?.isDue ?? false;
  return { id, name, hint: [stage, isDue && promise?.text].filter(Boolean).join(", "), isDue };
}

/** The customers one is likely to log for next, as far as this device knows them. */
export function likelyAmong({
  customers,
  likelyIds = [],
}: Pick<DeviceData, "customers" | "likelyIds">): DeviceCustomer[] {
  return likelyIds.flatMap((likely) => customers.find(({ id }) => id === likely) ?? []);
}

/**
 * The device's customers that a search finds by their name as the server does, the best fitting first and else as the
 * device keeps them; where it finds none, those whose name it nearly is.
 */
export function findAmong({ customers }: Pick<DeviceData, "customers">, search: string): DeviceCustomer[] {
  const text = plainKey(search);
  const keyed = customers.map((customer) => ({ customer, key: nameKey(customer.name) }));
  const named = keyed.filter(({ key }) => isNamedLike(key, search));
  const found =
    named.length > 0 ? named : keyed.filter(({ key }) => isNearlyNamed(text, withoutAccents(key)));
  return found
    .map(({ customer, key }) => ({ customer, place: namePlace(key, search) }))
    .sort((one, other) => one.place - other.place)
    .map(({ customer }) => customer);
}

/** What the device knows while nothing is reached; undefined: nobody is signed in on it. */
export async function dataOnDevice(): Promise<DeviceData | undefined> {
  const memberId = await getLastMemberId();
  return memberId === undefined ? undefined : ((await getKept(memberId))?.data ?? undefined);
}

/** The few customers of this device that a text may mean; undefined: it keeps none for anybody. */
export async function findOnDevice(search: string): Promise<CustomerChoice[] | undefined> {
  const data = await dataOnDevice();
  if (!data) return undefined;
  const calendar = calendarOf(data);
  return findAmong(data, search)
    .slice(0, shown)
    .map((customer) => asChoice(customer, calendar));
}

/** The date and time of this moment in a time zone, as a form's fields show them. */
export function nowIn(timeZone: string): { date: string; time: string } {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  const [date = "", time = ""] = format.format(new Date()).split(" ");
  return { date, time };
}
