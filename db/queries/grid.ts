import { and, count, desc, eq, ilike, or, type SQL, sql, sum } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import {
  channels,
  contacts,
  conversations,
  customers,
  dealStates,
  deals,
  members,
  stages,
  topics,
} from "@/db/schema";
import { type FigureFilter, isStateAsOf } from "./figure-filter";
import { containing } from "./search-match";

/** The columns by which the grid can be put in order; `stage` is its first order. */
export const gridSorts = [
  "stage",
  "customer",
  "salesperson",
  "date",
  "how",
  "about",
  "with-whom",
  "amount",
  "days-in-stage",
  "follow-up",
  "days-before-pipeline",
] as const;

export type GridSort = (typeof gridSorts)[number];

/** The last row of a page, by which the next one begins. */
export type GridCursor = { key: string | null; lastAt: string; conversationId: number };

export type GridView = {
  stageId: number | null;
  search: string;
  sort: GridSort;
  descending: boolean;
  after: GridCursor | null;
  limit: number;
};

/**
 * One row per customer: the deal of its last sales conversation as of T among the deals that the filter
 * keeps, and the date of its first-ever sales contact, of all its deals.
 */
function lastSales(db: Database, { to, salespersonId }: FigureFilter) {
  const all = db
    .select({
      customerId: dealStates.customerId,
      dealId: dealStates.dealId,
      stageId: dealStates.stageId,
      amount: dealStates.amount,
      ownerId: dealStates.ownerId,
      enteredOn: dealStates.enteredOn,
      lastConversationId: dealStates.lastConversationId,
      lastAt: dealStates.lastAt,
      firstOn: sql<string>`first_value(${dealStates.openedOn}) over (
        partition by ${dealStates.customerId} order by ${dealStates.openedAt}, ${dealStates.firstConversationId})`.as(
        "first_on",
      ),
    })
    .from(dealStates)
    .where(isStateAsOf(to))
    .as("all_deals");
  return db
    .selectDistinctOn([all.customerId])
    .from(all)
    .where(salespersonId === null ? undefined : eq(all.ownerId, salespersonId))
    .orderBy(all.customerId, desc(all.lastAt), desc(all.lastConversationId))
    .as("last_sales");
}

type LastSales = ReturnType<typeof lastSales>;

function daysBeforePipeline(last: LastSales): SQL<number | null> {
  return sql<number | null>`${last.firstOn} - ${customers.openedOn}`;
}

function daysInStage(last: LastSales, to: string): SQL<number> {
  return sql<number>`${to}::date - ${last.enteredOn}`;
}

/** The grid's rows at each stage that has some: customers, value, and their days before pipeline where known. */
export async function listGridTotals(db: Database, filter: FigureFilter) {
  const last = lastSales(db, filter);
  const days = daysBeforePipeline(last);
  return db
    .select({
      stageId: last.stageId,
      customers: count(),
      value: sql<string>`coalesce(${sum(last.amount)}, 0)`,
      customersWithDays: count(days),
      daysBeforePipeline: sql<number>`coalesce(sum(${days}), 0)`.mapWith(Number),
    })
    .from(last)
    .innerJoin(customers, eq(customers.id, last.customerId))
    .groupBy(last.stageId);
}

const byName = (column: PgColumn) => sql`lower(${column}) collate "und-x-icu"`;

function sortKeys(last: LastSales, to: string): Record<GridSort, { key: SQL; type: string }> {
  const name = (column: PgColumn) => ({ key: byName(column), type: 'text collate "und-x-icu"' });
  const stageOrder = sql`(case when ${stages.archivedAt} is null then 0 else 1000000 end) + ${stages.position}`;
  return {
    stage: { key: stageOrder, type: "integer" },
    customer: name(customers.name),
    salesperson: name(members.name),
    date: { key: sql`${last.lastAt}`, type: "timestamptz" },
    how: name(channels.name),
    about: name(topics.name),
    "with-whom": name(contacts.name),
    amount: { key: sql`${last.amount}`, type: "numeric" },
    "days-in-stage": { key: daysInStage(last, to), type: "integer" },
    "follow-up": { key: sql`${conversations.followUpOn}`, type: "date" },
    "days-before-pipeline": { key: daysBeforePipeline(last), type: "integer" },
  };
}

/** Rows after the cursor by (key, unknown ones last; latest conversation first; order of logging). */
function isAfter(
  last: LastSales,
  { key, type }: { key: SQL; type: string },
  { after, descending }: GridView,
): SQL | undefined {
  if (!after) return undefined;
  const older = sql`(${last.lastAt}, ${last.lastConversationId}) < (${after.lastAt}::timestamptz, ${after.conversationId}::bigint)`;
  if (after.key === null) return sql`${key} is null and ${older}`;
  const value = sql`${after.key}::${sql.raw(type)}`;
  const beyond = descending ? sql`${key} < ${value}` : sql`${key} > ${value}`;
  return sql`(${key} is null or ${beyond} or (${key} = ${value} and ${older}))`;
}

function isFound(search: string): SQL | undefined {
  if (search === "") return undefined;
  const pattern = containing(search);
  return or(
    ...[customers.name, members.name, contacts.name, deals.name, topics.name, conversations.note].map(
      (column) => ilike(column, pattern),
    ),
  );
}

function gridRows(
  db: Database,
  last: LastSales,
  sort: { key: SQL; type: string },
  to: string,
  view: GridView,
) {
  return db
    .select({
      customerId: last.customerId,
      customer: customers.name,
      stageId: last.stageId,
      salesperson: members.name,
      conversationId: last.lastConversationId,
      at: last.lastAt,
      occurredOn: conversations.localDate,
      dateOnly: conversations.dateOnly,
      how: channels.name,
      about: topics.name,
      withWhom: contacts.name,
      note: conversations.note,
      amount: last.amount,
      daysInStage: daysInStage(last, to).mapWith(Number),
      followUpOn: conversations.followUpOn,
      followUpDoneAt: conversations.completedAt,
      daysBeforePipeline: daysBeforePipeline(last),
      dealId: last.dealId,
      deal: deals.name,
      sortKey: sql<string | null>`(${sort.key})::text`,
    })
    .from(last)
    .innerJoin(conversations, eq(conversations.id, last.lastConversationId))
    .innerJoin(customers, eq(customers.id, last.customerId))
    .innerJoin(stages, eq(stages.id, last.stageId))
    .innerJoin(members, eq(members.id, last.ownerId))
    .innerJoin(deals, eq(deals.id, last.dealId))
    .leftJoin(channels, eq(channels.id, conversations.channelId))
    .leftJoin(topics, eq(topics.id, conversations.topicId))
    .leftJoin(contacts, eq(contacts.id, conversations.contactId))
    .where(
      and(
        view.stageId === null ? undefined : eq(last.stageId, view.stageId),
        isFound(view.search),
        isAfter(last, sort, view),
      ),
    )
    .$dynamic();
}

/** One page of the grid's rows. */
export async function listGridRows(db: Database, filter: FigureFilter, view: GridView) {
  const last = lastSales(db, filter);
  const sort = sortKeys(last, filter.to)[view.sort];
  return gridRows(db, last, sort, filter.to, view)
    .orderBy(
      sql`${sort.key} ${sql.raw(view.descending ? "desc" : "asc")} nulls last`,
      desc(last.lastAt),
      desc(last.lastConversationId),
    )
    .limit(view.limit);
}

/** How many rows the grid has with its search and stage filter, on all its pages. */
export async function countGridRows(db: Database, filter: FigureFilter, view: GridView): Promise<number> {
  const last = lastSales(db, filter);
  const sort = sortKeys(last, filter.to)[view.sort];
  const [row] = await db
    .select({ rows: count() })
    .from(gridRows(db, last, sort, filter.to, { ...view, after: null }).as("grid_rows"));
  return row?.rows ?? 0;
}

export type GridRow = Awaited<ReturnType<typeof listGridRows>>[number];
