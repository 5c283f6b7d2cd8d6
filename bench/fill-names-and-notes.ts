import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type CustomerKind, customerKinds } from "@/lib/demo/customer-kinds";
import { makeCustomerName } from "@/lib/demo/customer-names";
import { makePerson } from "@/lib/demo/people-names";
import { createRandom, type Random } from "@/lib/demo/random";
import { nameKey } from "@/lib/pipeline/name-key";
import { castTeam } from "@/tests/support/cast";
import { noteSentences } from "./note-sentences";

export type SearchSize = { customers: number; notes: number };

const kinds = Object.keys(customerKinds) as CustomerKind[];
const batch = 10_000;

function makeNote(random: Random): string {
  const sentence = () =>
    random
      .pick(noteSentences)
      .replace(/^\[[^\]]*\] /, "")
      .replace(/\{first\}/g, () => makePerson(random).first)
      .replace(/\{place\}/g, () => makeCustomerName(random, random.pick(kinds)).place)
      .replace(/\{\w+\}/g, () => `PO${random.between(1000, 99_999)}`);
  return random.chance(0.5) ? `${sentence()} ${sentence()}` : sentence();
}

async function fillCustomers(db: Database, random: Random, count: number): Promise<void> {
  const known = new Set<string>();
  const named = Array.from({ length: count }, (_, index) => {
    const { name } = makeCustomerName(random, random.pick(kinds));
    const unique = known.has(nameKey(name)) ? `${name} ${index}` : name;
    known.add(nameKey(unique));
    return unique;
  });
  for (let start = 0; start < count; start += batch) {
    const names = named.slice(start, start + batch).map((name) => ({ name, key: nameKey(name) }));
    await db.execute(sql`
      insert into customers (name, name_key)
      select name, key from jsonb_to_recordset(${JSON.stringify(names)}::text::jsonb) as made (name text, key text)`);
    const people = names.map((_, index) => {
      const { first, last } = makePerson(random);
      const name = `${first} ${last}`;
      const email = `${first}.${last}${start + index}@example.com`.replace(/ /g, "").toLowerCase();
      const phone = `+27 ${random.between(60, 84)} ${random.between(100, 999)} ${random.between(1000, 9999)}`;
      return { customer: start + index + 1, name, key: nameKey(name), email, phone };
    });
    await db.execute(sql`
      insert into contacts (customer_id, name, name_key, email, phone)
      select customer, name, key, email, phone
      from jsonb_to_recordset(${JSON.stringify(people)}::text::jsonb)
        as made (customer bigint, name text, key text, email text, phone text)`);
  }
}

/** Fills a migrated, empty database with made customers, a contact each, and conversations with notes about no sale. */
export async function fillNamesAndNotes(db: Database, { customers, notes }: SearchSize): Promise<void> {
  const cast = await castTeam(db);
  const random = createRandom(42);
  await fillCustomers(db, random, customers);
  for (let start = 0; start < notes; start += batch) {
    const rows = Array.from({ length: Math.min(batch, notes - start) }, () => ({
      customer: random.between(1, customers),
      note: makeNote(random),
    }));
    await db.execute(sql`
      insert into conversations (customer_id, occurred_at, date_only, local_date, held_by_id, recorded_by_id, note)
      select customer, day::timestamp at time zone ${cast.timeZone}, true, day, ${cast.ben.id}, ${cast.ben.id}, note
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as made (customer bigint, note text),
        lateral (select date '2022-11-24' + (${start}::float / ${notes} * 1461)::integer as day) as days`);
  }
  await db.execute(sql`vacuum (analyze)`);
}
