import { asc, count, eq, lte, sql, sum } from "drizzle-orm";
import type { Database } from "@/db/client";
import { customers, deals, members } from "@/db/schema";
import type { FigureFilter } from "./figure-filter";
import { type GridView, keptRows } from "./grid";
import { daysInStage, lastSales } from "./last-sales";

const noOrder = { key: sql`null` };

/** The grid's rows that a search keeps, at each stage that has some: customers and value. */
export async function countBoardCards(
  db: Database,
  filter: FigureFilter,
  kept: Pick<GridView, "stageId" | "search">,
) {
  const rows = keptRows(db, lastSales(db, filter), kept, noOrder).as("kept");
  return db
    .select({
      stageId: rows.stageId,
      customers: count(),
      value: sql<string>`coalesce(${sum(rows.amount)}, 0)`,
    })
    .from(rows)
    .groupBy(rows.stageId);
}

/** Of each stage the first of the grid's rows that a search keeps, the latest conversation first. */
export async function listBoardCards(
  db: Database,
  filter: FigureFilter,
  { search, cardsOfStage }: { search: string; cardsOfStage: number },
) {
  const rows = keptRows(db, lastSales(db, filter), { stageId: null, search }, noOrder).as("kept");
  const placed = db
    .select({
      customerId: rows.customerId,
      dealId: rows.dealId,
      stageId: rows.stageId,
      amount: rows.amount,
      ownerId: rows.ownerId,
      enteredOn: rows.enteredOn,
      lastConversationId: rows.lastConversationId,
      place: sql<number>`row_number() over (
        partition by ${rows.stageId} order by ${rows.lastAt} desc, ${rows.lastConversationId} desc)`.as(
        "place",
      ),
    })
    .from(rows)
    .as("placed");
  return db
    .select({
      customerId: placed.customerId,
      customer: customers.name,
      dealId: placed.dealId,
      deal: deals.name,
      stageId: placed.stageId,
      amount: placed.amount,
      salesperson: members.name,
      daysInStage: daysInStage(placed, filter.to).mapWith(Number),
      conversationId: placed.lastConversationId,
    })
    .from(placed)
    .innerJoin(customers, eq(customers.id, placed.customerId))
    .innerJoin(members, eq(members.id, placed.ownerId))
    .innerJoin(deals, eq(deals.id, placed.dealId))
    .where(lte(placed.place, cardsOfStage))
    .orderBy(placed.stageId, asc(placed.place));
}
