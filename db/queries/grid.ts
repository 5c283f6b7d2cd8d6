import { and, count, desc, eq, ilike, or, type SQL, sql, sum } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { plainText } from "@/db/plain-text";
import { channels, contacts, conversations, customers, deals, members, stages, topics } from "@/db/schema";
import { withoutAccents } from "@/lib/pipeline/without-accents";
import { byName } from "./by-name";
import type { FigureFilter } from "./figure-filter";
import { isCorrected } from "./is-corrected";
import { daysBeforePipeline, daysInStage, type LastSales, lastSales } from "./last-sales";
import { containing } from "./search-match";

/** The columns by which the grid can be put in order, and what is in them; `stage` is its first order. */
export const gridSortTypes = {
  stage: "integer",
  customer: "text",
  salesperson: "text",
  date: "timestamptz",
  how: "text",
  about: "text",
  "with-whom": "text",
  amount: "numeric",
  "days-in-stage": "integer",
  "follow-up": "date",
  "days-before-pipeline": "integer",
} as const;

export type GridSort = keyof typeof gridSortTypes;

export const gridSorts = Object.keys(gridSortTypes) as GridSort[];

/** The last row of a page, by which the next one begins. */
export type GridCursor = { key: string | null; lastAt: Date; conversationId: number };

export type GridView = {
  stageId: number | null;
  search: string;
  sort: GridSort;
  descending: boolean;
  after: GridCursor | null;
  limit: number;
  /** For pages by number, where no row may be told from another by its id: instead of `after`. */
  anonymously?: { skip: number; tieSeed: string };
};

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

function sortKeys(last: LastSales, to: string): Record<GridSort, SQL> {
  return {
    stage: sql`(case when ${stages.archivedAt} is null then 0 else 1000000 end) + ${stages.position}`,
    customer: byName(customers.name),
    salesperson: byName(members.name),
    date: sql`${last.lastAt}`,
    how: byName(channels.name),
    about: byName(topics.name),
    "with-whom": byName(contacts.name),
    amount: sql`${last.amount}`,
    "days-in-stage": daysInStage(last, to),
    "follow-up": sql`${conversations.followUpOn}`,
    "days-before-pipeline": daysBeforePipeline(last),
  };
}

/** Rows after the cursor by (key, unknown ones last; latest conversation first; order of logging). */
function isAfter(last: LastSales, key: SQL, { after, sort, descending }: GridView): SQL | undefined {
  if (!after) return undefined;
  const older = sql`(${last.lastAt}, ${last.lastConversationId}) < (${after.lastAt.toISOString()}::timestamptz, ${after.conversationId}::bigint)`;
  if (after.key === null) return sql`${key} is null and ${older}`;
  const type = gridSortTypes[sort];
  const value = sql`${after.key}::${sql.raw(type === "text" ? 'text collate "und-x-icu"' : type)}`;
  const beyond = descending ? sql`${key} < ${value}` : sql`${key} > ${value}`;
  return sql`(${key} is null or ${beyond} or (${key} = ${value} and ${older}))`;
}

function isFound(search: string): SQL | undefined {
  if (search === "") return undefined;
  const pattern = containing(withoutAccents(search));
  return or(
    ...[customers.name, members.name, contacts.name, deals.name, topics.name, conversations.note].map(
      (column) => ilike(plainText(column), pattern),
    ),
  );
}

/**
 * The rows that a stage and a search keep, joined with all they may be put in order and searched by. Each of
 * these has one row at most, so Postgres leaves out those that a query does not use.
 */
export function keptRows(
  db: Database,
  last: LastSales,
  { stageId, search }: Pick<GridView, "stageId" | "search">,
  { key, where }: { key: SQL; where?: SQL },
) {
  return db
    .select({
      customerId: last.customerId,
      dealId: last.dealId,
      stageId: last.stageId,
      amount: last.amount,
      ownerId: last.ownerId,
      enteredOn: last.enteredOn,
      firstOn: last.firstOn,
      lastConversationId: last.lastConversationId,
      lastAt: last.lastAt,
      key: sql<string | null>`${key}`.as("key"),
    })
    .from(last)
    .leftJoin(conversations, eq(conversations.id, last.lastConversationId))
    .leftJoin(customers, eq(customers.id, last.customerId))
    .leftJoin(stages, eq(stages.id, last.stageId))
    .leftJoin(members, eq(members.id, last.ownerId))
    .leftJoin(deals, eq(deals.id, last.dealId))
    .leftJoin(channels, eq(channels.id, conversations.channelId))
    .leftJoin(topics, eq(topics.id, conversations.topicId))
    .leftJoin(contacts, eq(contacts.id, conversations.contactId))
    .where(and(stageId === null ? undefined : eq(last.stageId, stageId), isFound(search), where))
    .$dynamic();
}

/** Of the same moment the later logged comes first; anonymously it is an order that only the seed tells. */
function tieOrder(conversationId: PgColumn, { anonymously }: GridView): SQL {
  return anonymously ? sql`md5(${anonymously.tieSeed}::text || ${conversationId})` : desc(conversationId);
}

/**
 * One page of the grid's rows. The page is cut before its rows are joined with all that they show, so that a
 * hundred of them cost the same among a hundred thousand.
 */
export async function listGridRows(db: Database, filter: FigureFilter, view: GridView) {
  const last = lastSales(db, filter);
  const key = sortKeys(last, filter.to)[view.sort];
  const direction = sql.raw(view.descending ? "desc" : "asc");
  const page = keptRows(db, last, view, { key, where: isAfter(last, key, view) })
    .orderBy(sql`${key} ${direction} nulls last`, desc(last.lastAt), tieOrder(last.lastConversationId, view))
    .limit(view.limit)
    .offset(view.anonymously?.skip ?? 0)
    .as("page");
  return db
    .select({
      customerId: page.customerId,
      customer: customers.name,
      stage: {
        id: stages.id,
        name: stages.name,
        outcome: stages.outcome,
        color: stages.color,
        isArchived: sql<boolean>`${stages.archivedAt} is not null`,
      },
      salesperson: members.name,
      conversationId: page.lastConversationId,
      at: page.lastAt,
      occurredOn: conversations.localDate,
      dateOnly: conversations.dateOnly,
      how: channels.name,
      about: topics.name,
      withWhom: contacts.name,
      note: conversations.note,
      isCorrected: isCorrected(),
      amount: page.amount,
      daysInStage: daysInStage(page, filter.to).mapWith(Number),
      followUpOn: conversations.followUpOn,
      daysBeforePipeline: daysBeforePipeline(page),
      dealId: page.dealId,
      deal: deals.name,
      // Without a name of its own it would be called "key" too, and the rows be put in order by its text.
      sortKey: sql<string | null>`(${page.key})::text`.as("sort_key"),
    })
    .from(page)
    .innerJoin(conversations, eq(conversations.id, page.lastConversationId))
    .innerJoin(customers, eq(customers.id, page.customerId))
    .innerJoin(stages, eq(stages.id, page.stageId))
    .innerJoin(members, eq(members.id, page.ownerId))
    .innerJoin(deals, eq(deals.id, page.dealId))
    .leftJoin(channels, eq(channels.id, conversations.channelId))
    .leftJoin(topics, eq(topics.id, conversations.topicId))
    .leftJoin(contacts, eq(contacts.id, conversations.contactId))
    .orderBy(
      sql`${page.key} ${direction} nulls last`,
      desc(page.lastAt),
      tieOrder(page.lastConversationId, view),
    );
}

/** How many rows the grid has with its search and stage filter, on all its pages. */
export async function countGridRows(db: Database, filter: FigureFilter, view: GridView): Promise<number> {
  const last = lastSales(db, filter);
  const kept = keptRows(db, last, view, { key: sql`null` }).as("kept");
  const [row] = await db.select({ rows: count() }).from(kept);
  return row?.rows ?? 0;
}

export type GridRow = Awaited<ReturnType<typeof listGridRows>>[number];
