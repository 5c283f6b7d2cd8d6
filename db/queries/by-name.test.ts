import { afterAll, beforeAll, expect, test } from "vitest";
import { members } from "@/db/schema";
import { nameKey } from "@/lib/pipeline/name-key";
import { addCustomer, castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { findCustomers } from "./customer-choices";
import { listCustomers } from "./customers";
import { listHolders } from "./log-choices";
import { listSalespeople } from "./members";
import { findCustomersByName } from "./search";
import { listPeopleWithoutLogin, listTeamMembers } from "./team-members";

let database: TestDatabase;
const inOrder = ["Ángel Test", "bob Test", "Émile Test", "Zoe Test"];

beforeAll(async () => {
  database = await createTestDatabase();
  await castTeam(database.db);
  for (const name of inOrder.toReversed()) {
    await addCustomer(database.db, name);
    await database.db.insert(members).values({ name, nameKey: nameKey(name), role: "member" });
  }
});
afterAll(() => database.drop());

const testNames = (rows: readonly { name: string }[]) =>
  rows.map(({ name }) => name).filter((name) => name.endsWith("Test"));

test("people stand in one order everywhere, accents and capitals apart", async () => {
  const { db } = database;
  for (const list of [listSalespeople, listHolders, listTeamMembers, listPeopleWithoutLogin])
    expect(testNames(await list(db)), list.name).toEqual(inOrder);
});

test("customers stand in that order too, where they are listed, searched and chosen", async () => {
  const { db } = database;
  const asked = { search: "test", archived: false, today: "2026-06-24", limit: 9 };
  const listed = await listCustomers(db, { ...asked, after: null });
  expect(testNames(listed)).toEqual(inOrder);
  const [, second] = listed;
  const after = second ? { name: second.name, id: second.id } : null;
  expect(testNames(await listCustomers(db, { ...asked, after }))).toEqual(inOrder.slice(2));
  expect(testNames(await findCustomersByName(db, { search: "test", limit: 9 }))).toEqual(inOrder);
  const named = new Map(listed.map(({ id, name }) => [id, name]));
  const chosen = await findCustomers(db, { search: "test", limit: 9 });
  expect(chosen.map((id) => named.get(id))).toEqual(inOrder);
});
