import { type SQL, sql } from "drizzle-orm";
import { betweenWords } from "@/db/between-words";
import type { Database } from "@/db/client";
import { plainText } from "@/db/plain-text";
import { legalForms, publicMailDomains } from "@/lib/pipeline/sameness";
import { byName } from "./by-name";

/** Why two customers may be one. */
type Sameness = "name" | "domain" | "phone";

export type CustomerPair = {
  id: number;
  name: string;
  otherId: number;
  other: string;
  conversations: number;
  otherConversations: number;
  /** Each reason with what is the same: the domain, the digits of the number; "" for the name. */
  reasons: { why: Sameness; what: string }[];
};

const textArray = (words: readonly string[]) => sql`${`{${words.join(",")}}`}::text[]`;

// Without accents, punctuation and legal form: "Müller & Co. GmbH" and "Muller and co" differ in one word only.
const plainName = () => sql`regexp_replace(${plainText(sql`name_key`)}, ${betweenWords()}, ' ', 'g')`;

/**
 * What customers are compared by, each sign once: those of `plain` and `reached`, only of whom `whose` keeps, and
 * only those that are in `among` too.
 */
function signs({ whose = sql`true`, among }: { whose?: SQL; among?: SQL } = {}): SQL {
  const isAmong = (why: Sameness, key: string) =>
    among ? sql`${sql.raw(key)} in (select key from ${among} where why = ${why})` : sql`true`;
  return sql`
      select 'name' as why, key, '' as what, id from plain where ${whose} and ${isAmong("name", "key")}
      union
      select 'domain', domain, domain, id from reached
      where domain <> '' and domain <> all (${textArray(publicMailDomains)}) and ${whose} and ${isAmong("domain", "domain")}
      union
      select 'phone', digits, digits, id from reached
      where length(digits) >= 7 and ${whose} and ${isAmong("phone", "digits")}`;
}

/**
 * Pairs of customers that may be one: of the same name but for accents, punctuation, spaces and legal form, with
 * contacts at the same e-mail domain (those of public mail services aside), or with the same phone number (its
 * last nine digits). Those with most in common come first.
 *
 * @param ofId only pairs this customer is in.
 */
export async function listDuplicates(
  db: Database,
  { ofId = null, limit }: { ofId?: number | null; limit: number },
): Promise<CustomerPair[]> {
  const rows = await db.execute<CustomerPair>(sql`
    with plain as not materialized (
      select id, (
        select coalesce(nullif(string_agg(word, '' order by place) filter (where word <> all (${textArray(legalForms)})), ''), name_key)
        from string_to_table(btrim(${plainName()}), ' ') with ordinality as words (word, place)
      ) as key
      from customers where archived_at is null
    ),
    reached as not materialized (
      select contacts.customer_id as id, lower(split_part(email, '@', 2)) as domain,
        right(regexp_replace(phone, '\\D', '', 'g'), 9) as digits
      from contacts join customers on customers.id = contacts.customer_id and customers.archived_at is null
      where contacts.archived_at is null and (email <> '' or phone <> '')
    ),
    ${
      ofId === null
        ? sql`signs as (${signs()})`
        : sql`own as (${signs({ whose: sql`id = ${ofId}::bigint` })}), signs as (${signs({ among: sql`own` })})`
    },
    shared as (
      select why, key, what, id, min(id) over (partition by why, key) as first_id,
        count(*) over (partition by why, key) as many
      from signs
    ),
    pairs as (
      select why, what, ${ofId === null ? sql`first_id` : sql`${ofId}::bigint`} as id, id as other_id
      from shared
      where many > 1 and ${ofId === null ? sql`id <> first_id` : sql`id <> ${ofId}::bigint`}
    )
    select pairs.id::float8 as id, one.name, other_id::float8 as "otherId", other.name as other,
      (select count(*)::integer from conversations where customer_id = pairs.id and deleted_at is null) as conversations,
      (select count(*)::integer from conversations where customer_id = other_id and deleted_at is null) as "otherConversations",
      json_agg(json_build_object('why', why, 'what', what) order by why, what) as reasons
    from pairs join customers as one on one.id = pairs.id join customers as other on other.id = other_id
    group by pairs.id, other_id, one.name, other.name
    order by count(*) desc, ${byName(sql`one.name`)}, pairs.id, other_id
    limit ${limit}`);
  return [...rows];
}
