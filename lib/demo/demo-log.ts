import { addMonths } from "@/lib/pipeline/local-date";
import { type CustomerHistory, tellHistory } from "./customer-history";
import { nameDeals } from "./deal-names";
import { makeCustomers } from "./demo-customers";
import { demoStages } from "./demo-stages";
import { type LogEntry, salesEntry, serviceEntry } from "./log-entry";
import { promiseFollowUps, recallFollowUps, settleOpenDeals, talkToday } from "./open-deals";
import { createRandom } from "./random";
import { fillWithServiceTalks, talkAboutServiceToday, talkAtNight } from "./service-talks";
import { setTimes } from "./set-times";
import { workingDayFrom } from "./working-days";
import { writeNotes } from "./write-notes";

/** The columns of the three import files, in the order in which they are written. */
export const demoColumns = {
  stages: ["name", "outcome", "color", "description"],
  customers: ["customer", "opened_on"],
  conversations: [
    "customer",
    "date",
    "employee",
    "stage",
    "deal",
    "amount",
    "about",
    "how",
    "with_whom",
    "note",
    "follow_up_on",
    "completed",
    "duration_minutes",
    "reference",
  ],
} as const;

type Row<File extends keyof typeof demoColumns> = Readonly<
  Record<(typeof demoColumns)[File][number], string>
>;

/** The demo team's three import files as rows of cells; "" where nothing is known. */
type DemoLog = {
  stages: Row<"stages">[];
  customers: Row<"customers">[];
  conversations: Row<"conversations">[];
};

const seed = 20_250_317;

/** How many conversations a year and a half of this team holds. */
const conversationCount = 6000;

function toRow(entry: LogEntry, index: number): Row<"conversations"> {
  return {
    customer: entry.customer.name,
    date: entry.time ? `${entry.on}T${entry.time}` : entry.on,
    employee: entry.heldBy.name,
    stage: entry.stage,
    deal: entry.dealName,
    amount: entry.amount === undefined ? "" : String(entry.amount),
    about: entry.topic,
    how: entry.how,
    with_whom: entry.contact.name,
    note: entry.note,
    follow_up_on: entry.followUpOn ?? "",
    completed: entry.followUpOn ? (entry.completed ? "yes" : "no") : "",
    duration_minutes: entry.minutes === undefined ? "" : String(entry.minutes),
    reference: `ETB-${String(index + 1).padStart(5, "0")}`,
  };
}

function inOrderOfTime(a: LogEntry, b: LogEntry): number {
  const [at, other] = [`${a.on}T${a.time}`, `${b.on}T${b.time}`];
  return at === other ? 0 : at < other ? -1 : 1;
}

function tellAll(today: string, firstDay: string): { histories: CustomerHistory[]; entries: LogEntry[] } {
  const random = createRandom(seed);
  const customers = makeCustomers(random, firstDay, today);
  const histories = customers.map((customer) => tellHistory(random, customer, today));
  settleOpenDeals(random, histories, today);
  talkToday(random, histories, today, 5);
  for (const history of histories) {
    for (const deal of history.deals) recallFollowUps(random, deal, today);
    nameDeals(random, history);
  }
  promiseFollowUps(random, histories, today);
  const sales = histories.flatMap(({ deals }) =>
    deals.flatMap((deal) => deal.steps.map((step) => salesEntry(random, deal, step, today))),
  );
  const special = [
    ...talkAboutServiceToday(random, histories, today, 3),
    ...talkAtNight(random, histories, today, 16),
  ];
  const rest = conversationCount - sales.length - special.length;
  const service = [...special, ...fillWithServiceTalks(random, histories, rest, firstDay, today)];
  return {
    histories,
    entries: [...sales, ...service.map(([history, talk]) => serviceEntry(random, history, talk, today))],
  };
}

/**
 * The demo: a year and a half, ending today, of a tyre and battery wholesaler's six salespeople in
 * Johannesburg, as the rows of the three import files, conversations in order of time.
 *
 * @param today the team's local date, 'YYYY-MM-DD'. The same day gives the same rows. Conversations of that
 * day carry no time, so that none is ever in the future.
 */
export function demoLog(today: string): DemoLog {
  const firstDay = workingDayFrom(addMonths(today, -18));
  const { histories, entries } = tellAll(today, firstDay);
  const random = createRandom(seed + 1);
  setTimes(random, entries, today);
  entries.sort(inOrderOfTime);
  writeNotes(random, entries);
  return {
    stages: demoStages.map((stage) => ({ ...stage })),
    customers: histories.map(({ customer }) => ({ customer: customer.name, opened_on: customer.openedOn })),
    conversations: entries.map(toRow),
  };
}
