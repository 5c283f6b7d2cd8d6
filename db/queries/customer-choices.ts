import { and, desc, eq, inArray, isNull, lte, min, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conversations, customers, stages } from "@/db/schema";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { byName } from "./by-name";
import { followUpsToDo } from "./follow-ups";
import { foundContactOf, idsOfCustomersLike, isNamedLike, placeOfName } from "./search-match";
import { standingOf } from "./standing";
import { getSurvivingCustomer } from "./surviving-customer";

/**
 * The customer of that name key, an archived one too; the name of a merged one leads to the surviving one. `namedId`:
 * whose name it is.
 */
export async function getCustomerByKey(db: Database, nameKey: string) {
  const [row] = await db.select({ id: customers.id }).from(customers).where(eq(customers.nameKey, nameKey));
  const survivor = row && (await getSurvivingCustomer(db, row.id));
  return survivor && { ...survivor, namedId: row.id };
}

/**
 * The customers that a few letters may mean: by their name or a contact's name, e-mail address or phone number.
 * Names that begin like that come first, then names of which a word does, those found by a contact last.
 */
export async function findCustomers(
  db: Database,
  { search, limit }: { search: string; limit: number },
): Promise<number[]> {
  const rows = await db
    .select({ id: customers.id })
    .from(customers)
    .where(and(isNull(customers.archivedAt), inArray(customers.id, idsOfCustomersLike(db, search))))
    .orderBy(
      sql`case when ${isNamedLike(customers.nameKey, search)} then ${placeOfName(customers.nameKey, search)} else 6 end`,
      byName(customers.name),
      customers.id,
    )
    .limit(limit);
  return rows.map(({ id }) => id);
}

const recentEnough = 5000;

/**
 * The customers somebody is likely to log for next: those whose follow-up they promised is due and not snoozed, the
 * first due first, then those they spoke with last, among the team's latest conversations.
 */
export async function findLikelyCustomers(
  db: Database,
  { memberId, today, limit }: { memberId: number; today: LocalDate; limit: number },
): Promise<number[]> {
  const toDo = followUpsToDo(db, { today, whose: memberId });
  const rows = await db.execute<{ id: string }>(sql`
    select likely.customer_id as id, min(due) as due, max(spoken) as spoken from (
      select ${toDo.customerId}, ${toDo.dueOn} as due, null::bigint as spoken from ${toDo}
      union all
      select customer_id, null, id from ${conversations}
      where id > (select coalesce(max(id), 0) - ${recentEnough} from ${conversations})
        and deleted_at is null and (held_by_id = ${memberId}::bigint or recorded_by_id = ${memberId}::bigint)
    ) as likely
    join ${customers} on customers.id = likely.customer_id and customers.archived_at is null
    group by likely.customer_id
    order by due nulls last, spoken desc
    limit ${limit}`);
  return rows.map(({ id }) => Number(id));
}

/**
 * Of these customers what tells one from the other: where each stands, the earliest follow-up due by today and not
 * snoozed, and the contact by whom the search found it where its own name does not say why.
 */
export async function listCustomerHints(
  db: Database,
  ids: readonly number[],
  { search, today }: { search: string; today: LocalDate },
) {
  if (ids.length === 0) return [];
  const standing = standingOf(db, customers.id, today);
  const toDo = followUpsToDo(db, { today, whose: null });
  const due = db
    .select({ dueOn: min(toDo.dueOn).as("first_due_on") })
    .from(toDo)
    .where(eq(toDo.customerId, customers.id))
    .as("due");
  const found = foundContactOf(db, customers, search);
  return db
    .select({
      id: customers.id,
      name: customers.name,
      stage: stages.name,
      dueOn: due.dueOn,
      foundContact: found.name,
    })
    .from(customers)
    .leftJoinLateral(found, sql`true`)
    .leftJoinLateral(standing, sql`true`)
    .leftJoinLateral(due, sql`true`)
    .leftJoin(stages, eq(stages.id, standing.stageId))
    .where(inArray(customers.id, [...ids]));
}

/** The customer's last sales conversation up to that day: of all its deals, by the order of time. */
export async function getLastSale(db: Database, customerId: number, upTo: LocalDate) {
  const [row] = await db
    .select({ id: conversations.id, stage: stages.name })
    .from(conversations)
    .innerJoin(stages, eq(stages.id, conversations.stageId))
    .where(
      and(
        eq(conversations.customerId, customerId),
        isNull(conversations.deletedAt),
        lte(conversations.localDate, upTo),
      ),
    )
    .orderBy(desc(conversations.occurredAt), desc(conversations.id))
    .limit(1);
  return row;
}
