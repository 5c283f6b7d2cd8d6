import { and, desc, eq, isNull, lte, type SQLWrapper, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conversations } from "@/db/schema";
import type { LocalDate } from "@/lib/pipeline/local-date";

/**
 * The day of a customer's last conversation up to today, for a lateral join: no row where there is none. Read from the
 * end of that customer's log, whose order by moment is also its order by day.
 *
 * @param customerId the customer's id in the query beside it.
 */
export function lastTalkOf(db: Database, customerId: SQLWrapper, today: LocalDate) {
  return db
    .select({ on: sql<LocalDate>`${conversations.localDate}`.as("last_on") })
    .from(conversations)
    .where(
      and(
        eq(conversations.customerId, customerId),
        isNull(conversations.deletedAt),
        lte(conversations.localDate, today),
      ),
    )
    .orderBy(desc(conversations.occurredAt), desc(conversations.id))
    .limit(1)
    .as("last_talk");
}
