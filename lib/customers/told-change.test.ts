import { afterAll, beforeAll, expect, test } from "vitest";
import { getContact } from "@/db/queries/contacts";
import { getCustomer } from "@/db/queries/customers";
import { addCustomer as castCustomer, castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { addContact, editContact } from "./change-contact";
import { archiveCustomer, editCustomer } from "./change-customer";
import { toldChange } from "./told-change";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-06-30T12:00:00Z");

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterAll(() => database.drop());

async function rename(
  { id, version }: { id: number; version: number },
  name: string,
  actor: typeof cast.anna,
): Promise<string | undefined> {
  const edit = () => editCustomer(database.db, { customerId: id, version, name, openedOn: null, actor, now });
  return toldChange(database.db, { subject: "customer", id, version }, actor, edit);
}

test("the second of two editors is told who changed what, and nothing is overwritten", async () => {
  const id = await castCustomer(database.db, "Wattle Works");
  const seen = { id, version: 1 };
  expect(await rename(seen, "Wattle & Sons", cast.ben)).toBeUndefined();
  expect(await rename(seen, "Wattle Works Ltd", cast.anna)).toBe("Ben has changed this customer meanwhile.");
  expect(await rename(seen, "Wattle", cast.ben)).toBe("You have changed this customer meanwhile.");
  expect(await getCustomer(database.db, id)).toMatchObject({ name: "Wattle & Sons", version: 2 });
  await archiveCustomer(database.db, { customerId: id, version: 2, actor: cast.cara, now });
  expect(await rename({ id, version: 2 }, "Wattle", cast.anna)).toBe(
    "Cara has archived this customer meanwhile.",
  );
});

test("an edit sent again because only its answer was lost is saved, and writes nothing", async () => {
  const id = await castCustomer(database.db, "Waterberry");
  for (const _ of [1, 2])
    expect(await rename({ id, version: 1 }, "Waterberry & Co", cast.ben)).toBeUndefined();
  expect(await getCustomer(database.db, id)).toMatchObject({ name: "Waterberry & Co", version: 2 });
  const who = { actor: cast.anna, now };
  const facts = { name: "Zinhle", role: "", email: "", phone: "" };
  const contactId = await addContact(database.db, { ...facts, ...who, customerId: id });
  for (const _ of [1, 2])
    await editContact(database.db, { ...facts, ...who, role: "Buyer", contactId, version: 1 });
  expect(await getContact(database.db, contactId)).toMatchObject({ role: "Buyer", version: 2 });
});

test("of fifty simultaneous edits of one version, one is saved and the others are told", async () => {
  const id = await castCustomer(database.db, "Xerophyte");
  const told = await Promise.all(
    Array.from({ length: 50 }, (_, number) => rename({ id, version: 1 }, `Xerophyte ${number}`, cast.ben)),
  );
  expect(told.filter((sentence) => sentence === undefined)).toHaveLength(1);
  expect((await getCustomer(database.db, id))?.version).toBe(2);
});

test("any other refusal stays what it is", async () => {
  const id = await castCustomer(database.db, "Yellowwood");
  await castCustomer(database.db, "Zebra Zinc");
  await expect(rename({ id, version: 1 }, "zebra zinc", cast.ben)).rejects.toThrow("already");
  await expect(rename({ id, version: 1 }, "Yellow", cast.vera)).rejects.toThrow("Viewers read");
});

test("a contact edited by two: the second is told", async () => {
  const customerId = await castCustomer(database.db, "Aardvark");
  const facts = { name: "Zodwa", role: "", email: "", phone: "" };
  const contactId = await addContact(database.db, { ...facts, customerId, actor: cast.anna, now });
  const edit = (phone: string, actor: typeof cast.anna) =>
    toldChange(database.db, { subject: "contact", id: contactId, version: 1 }, actor, () =>
      editContact(database.db, { ...facts, phone, contactId, version: 1, actor, now }),
    );
  expect(await edit("011 555 0101", cast.ben)).toBeUndefined();
  expect(await edit("011 555 0102", cast.anna)).toBe("Ben has changed this contact meanwhile.");
  expect(await getContact(database.db, contactId)).toMatchObject({ phone: "011 555 0101", customerId });
});
