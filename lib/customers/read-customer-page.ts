import type { Database } from "@/db/client";
import { getNextDealDate, listCustomerDeals, listCustomerSpans } from "@/db/queries/customer-deals";
import { listMerges } from "@/db/queries/customer-merges";
import { type Customer, listContacts } from "@/db/queries/customers";
import { listFollowUps } from "@/db/queries/follow-ups";
import { getDaysBeforePipeline } from "@/db/queries/last-sales";
import { listTimeline, type TimelineRow } from "@/db/queries/timeline";
import { cursorPlace, cursorText, idOfCursor, keysetPage, momentOfCursor } from "@/lib/keyset-cursor";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { dealPaths } from "./deal-paths";

/** Conversations of one page of the timeline. */
export const timelinePageSize = 20;

const mostDue = 50;

function placeAfter(text: string): { at: Date; id: number } | null {
  const [moment, of] = cursorPlace(text) ?? [];
  const at = momentOfCursor(moment);
  const id = idOfCursor(of);
  return at && id !== undefined ? { at, id } : null;
}

const placeOf = ({ at, id }: TimelineRow) => cursorText([at.getTime(), id]);

/** A page of a customer's conversations, from the cursor on; `older` = where the next one begins, null = the end. */
export async function readTimeline(db: Database, customerId: number, cursor: string) {
  const after = placeAfter(cursor);
  const rows = await listTimeline(db, { customerId, after, limit: timelinePageSize + 1 });
  const { items, next } = keysetPage(rows, timelinePageSize, placeOf);
  return { items, isNewest: after === null, older: next };
}

/** Everything on a customer's page. */
export async function readCustomerPage(db: Database, customer: Customer, today: LocalDate, cursor: string) {
  const { id } = customer;
  const [contacts, deals, nextDealOn, spans, daysBeforePipeline, due, timeline, merges] = await Promise.all([
    listContacts(db, id),
    listCustomerDeals(db, id, today),
    getNextDealDate(db, id, today),
    listCustomerSpans(db, id),
    getDaysBeforePipeline(db, id, today),
    listFollowUps(db, { today, due: "any", whose: null, limit: mostDue, customerId: id }),
    readTimeline(db, id, cursor),
    listMerges(db, id),
  ]);
  return {
    customer,
    contacts,
    nextDealOn,
    deals: dealPaths(deals, spans, today),
    daysBeforePipeline,
    due,
    timeline,
    merges,
  };
}

export type CustomerPage = Awaited<ReturnType<typeof readCustomerPage>>;
