import { count, countDistinct, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conversations } from "@/db/schema";

/** What the whole log holds, whatever the filter: deleted conversations do not count. */
export async function getLogCounts(db: Database) {
  const [row] = await db
    .select({
      conversations: count(),
      sales: count(conversations.stageId),
      deals: countDistinct(conversations.dealId),
      customers: countDistinct(conversations.customerId),
    })
    .from(conversations)
    .where(isNull(conversations.deletedAt));
  if (!row) throw new Error("An aggregate without groups has one row.");
  return row;
}
