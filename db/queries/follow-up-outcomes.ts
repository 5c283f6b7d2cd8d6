import { and, asc, count, desc, eq, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { conversations, customers, members, conversationVersions as versions } from "@/db/schema";
import { slipMinutes } from "@/lib/pipeline/first-promised";
import type { FollowUpState } from "@/lib/pipeline/follow-up";
import type { LocalDate } from "@/lib/pipeline/local-date";
import type { ZoneOffset } from "@/lib/pipeline/zone-offsets";
import { byName } from "./by-name";
import type { FigureFilter } from "./figure-filter";

/** P, T and who promised, with the offsets of the team's time zone, by which the day of a tick is told. */
type FollowUpsDue = FigureFilter & { offsets: readonly ZoneOffset[] };

/** The first date promised, by the rule of lib/pipeline/first-promised.ts. */
const dueOn = sql<string>`case when ${conversations.version} = 1 then ${conversations.followUpOn} else (
  select said.follow_up_on
  from ${versions} as named join ${versions} as said
    on said.conversation_id = named.conversation_id and said.version >= named.version
    and said.saved_by_id = named.saved_by_id and said.follow_up_on is not null
    and said.saved_at <= named.saved_at + make_interval(mins => ${slipMinutes}::int)
  where named.conversation_id = ${conversations.id} and named.follow_up_on is not null
    and not exists (
      select from ${versions} as done join ${versions} as anew
        on anew.conversation_id = done.conversation_id and anew.version = done.version + 1
      where done.conversation_id = ${conversations.id} and done.version >= named.version
        and done.completed_at is distinct from ${conversations}.completed_at
        and done.completed_at is not null and anew.completed_at is null
        and anew.follow_up_on <> done.follow_up_on)
  order by named.version, said.version desc
  limit 1) end`;

/** The local date of a moment, by adding what the clocks were ahead of UTC then. */
function localDate(at: SQL, offsets: readonly ZoneOffset[]): SQL {
  const changes = `{${offsets.slice(1).map(({ since }) => since.toISOString())}}`;
  const seconds = `{${offsets.map((offset) => offset.seconds)}}`;
  return sql`((${at} at time zone 'UTC') + make_interval(secs =>
    (${seconds}::float[])[width_bucket(${at}, ${changes}::timestamptz[]) + 1]))::date`;
}

/** The first of the tick and the conversations that follow, by local date, if that is not after T. */
function doneOn({ to, offsets }: FollowUpsDue): SQL {
  const ticked = localDate(sql`${conversations.completedAt}`, offsets);
  return sql`least(
    case when ${ticked} <= ${to} then ${ticked} end,
    (select min(follows.local_date) from ${conversations} as follows
      where follows.follows_up_id = ${conversations.id} and follows.deleted_at is null
        and follows.local_date <= ${to}))`;
}

/** The planner leaves a query with a limit as it is, so that the two days are found once a follow-up, not thrice. */
const moreThanAnyTeamHas = 2 ** 31 - 1;

/** Each follow-up that is due in P, as of T: what it is (lib/pipeline/follow-up.ts) and how late. */
function followUpsDue(db: Database, asked: FollowUpsDue) {
  const { from, to, salespersonId } = asked;
  const promised = db
    .select({
      id: conversations.id,
      customerId: conversations.customerId,
      heldById: conversations.heldById,
      dueOn: dueOn.as("due_on"),
      doneOn: sql<string | null>`${doneOn(asked)}`.as("done_on"),
    })
    .from(conversations)
    .where(
      and(
        isNotNull(conversations.followUpOn),
        isNull(conversations.deletedAt),
        lte(conversations.localDate, to),
        salespersonId === null ? undefined : eq(conversations.heldById, salespersonId),
      ),
    )
    .limit(moreThanAnyTeamHas)
    .as("promised");
  return db
    .select({
      id: promised.id,
      customerId: promised.customerId,
      heldById: promised.heldById,
      dueOn: promised.dueOn,
      doneOn: promised.doneOn,
      delayDays: sql<number | null>`${promised.doneOn} - ${promised.dueOn}`.as("delay_days"),
      state: sql<FollowUpState>`case
        when ${promised.doneOn} > ${promised.dueOn} then 'kept late'
        when ${promised.doneOn} is not null then 'kept on time'
        when ${promised.dueOn} < ${to} then 'missed' else 'open' end`.as("state"),
    })
    .from(promised)
    .where(
      and(from === null ? undefined : sql`${promised.dueOn} >= ${from}`, sql`${promised.dueOn} <= ${to}`),
    )
    .as("due");
}

/** How many follow-ups due in P each member has of each state and delay, by the member who promised. */
export async function countFollowUpsDue(db: Database, asked: FollowUpsDue) {
  const due = followUpsDue(db, asked);
  return db
    .select({
      memberId: due.heldById,
      member: members.name,
      state: due.state,
      delayDays: due.delayDays,
      count: count(),
    })
    .from(due)
    .innerJoin(members, eq(members.id, due.heldById))
    .groupBy(due.heldById, members.name, due.state, due.delayDays)
    .orderBy(byName(members.name), asc(due.heldById));
}

/** The last follow-up of a page. */
export type PromiseCursor = { dueOn: LocalDate; conversationId: number };

/** A page of the follow-ups due in P of one state (null = of any), the latest due first. */
export async function listFollowUpsDue(
  db: Database,
  {
    state,
    after,
    limit,
    ...asked
  }: FollowUpsDue & { state: FollowUpState | null; after: PromiseCursor | null; limit: number },
) {
  const due = followUpsDue(db, asked);
  const holders = alias(members, "holders");
  return db
    .select({
      conversationId: due.id,
      customer: customers.name,
      member: holders.name,
      dueOn: due.dueOn,
      doneOn: due.doneOn,
      delayDays: due.delayDays,
      state: due.state,
    })
    .from(due)
    .innerJoin(customers, eq(customers.id, due.customerId))
    .innerJoin(holders, eq(holders.id, due.heldById))
    .where(
      and(
        state === null ? undefined : eq(due.state, state),
        after
          ? sql`(${due.dueOn}, ${due.id}) < (${after.dueOn}::date, ${after.conversationId}::bigint)`
          : undefined,
      ),
    )
    .orderBy(desc(due.dueOn), desc(due.id))
    .limit(limit);
}

export type FollowUpDue = Awaited<ReturnType<typeof listFollowUpsDue>>[number];
