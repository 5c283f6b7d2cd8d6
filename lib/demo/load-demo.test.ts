import { afterAll, beforeAll, expect, it } from "vitest";
import { rebuildStates } from "@/lib/log/rebuild-states";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { loadDemo } from "./load-demo";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const now = new Date("2026-11-24T10:00:00Z");

it("fills an empty database once, with customers who come back and two deals at once", {
  timeout: 60_000,
}, async () => {
  const { db, sql } = database;
  expect(await loadDemo(db, { password: "correct horse battery", now })).toBe(true);
  const [counts] = await sql`
    select (select count(*) from conversations)::integer as conversations,
      (select count(*) from customers)::integer as customers,
      (select count(*) from members)::integer as members,
      (select count(*) from members where password_hash is not null)::integer as logins,
      (select count(*) from stages)::integer as stages,
      (select count(*) from imports)::integer as imports`;
  expect(counts).toEqual({
    conversations: 6000,
    customers: 400,
    members: 6,
    logins: 1,
    stages: 9,
    imports: 3,
  });
  const [deals] = await sql`
    with spans as (
      select deal_id, customer_id, min(opened_on) as opened_on, max(closed_on) as closed_on,
        bool_or(outcome = 'won' and until_on = 'infinity') as won
      from deal_states group by deal_id, customer_id
    )
    select
      (select count(*) from (select from spans where won group by customer_id having count(*) > 1) as back)::integer as back,
      (select count(distinct one.customer_id) from spans as one join spans as other
        on other.customer_id = one.customer_id and other.deal_id > one.deal_id
        and other.opened_on between one.opened_on and one.closed_on)::integer as at_once`;
  expect(deals?.back).toBeGreaterThan(100);
  expect(deals?.at_once).toBeGreaterThan(20);
  expect((await rebuildStates(db)).differences).toEqual([]);
  expect(await loadDemo(db, { password: "another one entirely", now })).toBe(false);
});
