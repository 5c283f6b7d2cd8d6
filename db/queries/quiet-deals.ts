import { and, asc, count, desc, eq, exists, gte, lt, not, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conversations, customers, dealStates, deals, members, stages } from "@/db/schema";
import { quietAfterDaysDefault } from "@/lib/pipeline/follow-up";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { isStateAsOf } from "./figure-filter";
import { isWaiting } from "./follow-ups";
import { lastTalkOf } from "./last-talk";

/** `whose`: the deals that member owns; null = everybody's. */
type Asked = { today: LocalDate; whose: number | null };

/**
 * Quiet (domain.md): open deals without a conversation of their customer for more than their stage's
 * quiet-after days, and without a follow-up of their customer that is still to be done today or later.
 * With 14 days, today 24 November: the last one on 9 November is quiet, on 10 November (14 days back) not yet.
 */
function isQuiet(
  db: Database,
  last: ReturnType<typeof lastTalkOf>,
  { today, whose }: Asked,
): SQL | undefined {
  const promised = db
    .select({ one: sql`1` })
    .from(conversations)
    .where(
      and(
        eq(conversations.customerId, dealStates.customerId),
        isWaiting(db, null),
        gte(conversations.followUpOn, today),
      ),
    );
  return and(
    isStateAsOf(today),
    eq(dealStates.outcome, "open"),
    lt(last.on, sql`${today}::date - coalesce(${stages.quietAfterDays}, ${quietAfterDaysDefault}::int)`),
    not(exists(promised)),
    whose === null ? undefined : eq(dealStates.ownerId, whose),
  );
}

/**
 * The quiet deals, the longest quiet first; `whose` keeps those owned by that member. Chosen before their names
 * are joined: Postgres took 25 ms to plan all of it as one.
 */
export async function listQuietDeals(db: Database, { limit, ...asked }: Asked & { limit: number }) {
  const last = lastTalkOf(db, dealStates.customerId, asked.today);
  const quiet = db
    .select({
      dealId: dealStates.dealId,
      customerId: dealStates.customerId,
      ownerId: dealStates.ownerId,
      stage: stages.name,
      stageColor: stages.color,
      amount: dealStates.amount,
      lastOn: last.on,
    })
    .from(dealStates)
    .innerJoin(stages, eq(stages.id, dealStates.stageId))
    .innerJoinLateral(last, sql`true`)
    .where(isQuiet(db, last, asked))
    .orderBy(asc(last.on), desc(dealStates.dealId))
    .limit(limit)
    .as("quiet");
  return db
    .select({
      dealId: quiet.dealId,
      deal: deals.name,
      customerId: quiet.customerId,
      customer: customers.name,
      stage: quiet.stage,
      stageColor: quiet.stageColor,
      amount: quiet.amount,
      owner: members.name,
      lastOn: quiet.lastOn,
    })
    .from(quiet)
    .innerJoin(deals, eq(deals.id, quiet.dealId))
    .innerJoin(customers, eq(customers.id, quiet.customerId))
    .innerJoin(members, eq(members.id, quiet.ownerId))
    .orderBy(asc(quiet.lastOn), desc(quiet.dealId));
}

export type QuietDeal = Awaited<ReturnType<typeof listQuietDeals>>[number];

/** How many deals are quiet. */
export async function countQuietDeals(db: Database, asked: Asked): Promise<number> {
  const last = lastTalkOf(db, dealStates.customerId, asked.today);
  const [row] = await db
    .select({ deals: count() })
    .from(dealStates)
    .innerJoin(stages, eq(stages.id, dealStates.stageId))
    .innerJoinLateral(last, sql`true`)
    .where(isQuiet(db, last, asked));
  return row?.deals ?? 0;
}
