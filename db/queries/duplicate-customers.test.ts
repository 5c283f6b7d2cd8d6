import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { betweenWords } from "@/db/between-words";
import { contacts } from "@/db/schema";
import { nameKey } from "@/lib/pipeline/name-key";
import { wordsOf } from "@/lib/pipeline/plain-name";
import { addCustomer, castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { listDuplicates } from "./duplicate-customers";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await castTeam(database.db);
});
afterAll(() => database.drop());

async function customer(name: string, ...people: [email: string, phone: string][]) {
  const customerId = await addCustomer(database.db, name);
  for (const [index, [email, phone]] of people.entries()) {
    const person = `Person ${index}`;
    await database.db
      .insert(contacts)
      .values({ customerId, name: person, nameKey: nameKey(person), email, phone });
  }
  return customerId;
}

test("duplicates by name, own e-mail domain and phone; most in common first; public mail says nothing", async () => {
  const muller = await customer("Müller & Söhne GmbH", ["a@mueller.example", "+27 82 555 0199"]);
  const plain = await customer("Muller and Sohne", ["b@MUELLER.example", "082 555 0199"]);
  const acme = await customer("A.C.M.E. (Pty) Ltd", ["acme@gmail.com", "12345"]);
  const acmeToo = await customer("ACME", ["other@gmail.com", "12345"]);
  await customer("Acme Paints", ["paints@gmail.com", ""]);
  await customer("The Company");
  const phone = await customer("Quagga", ["", "(0)82-555 0199"]);

  const pairs = await listDuplicates(database.db, { limit: 10 });
  expect(pairs.map(({ id, otherId, reasons }) => [id, otherId, reasons.map(({ why }) => why)])).toEqual([
    [muller, plain, ["domain", "name", "phone"]],
    [acme, acmeToo, ["name"]],
    [muller, phone, ["phone"]],
  ]);
  const ofPhone = await listDuplicates(database.db, { ofId: phone, limit: 10 });
  expect(ofPhone.map(({ id, otherId }) => [id, otherId]).sort()).toEqual([
    [phone, muller],
    [phone, plain],
  ]);
});

test("a legal form is one in Afrikaans too: “(Edms) Bpk” is what “(Pty) Ltd” is", async () => {
  const transport = await customer("Bergvliet Vervoer");
  await customer("Bergvliet Vervoer (Edms) Bpk");
  await customer("Bergvliet Vervoer Beperk");
  const pairs = await listDuplicates(database.db, { ofId: transport, limit: 10 });
  expect(pairs.map(({ reasons }) => reasons.map(({ why }) => why))).toEqual([["name"], ["name"]]);
});

test("words end where lib/pipeline/plain-name.ts ends them, whatever the script", async () => {
  for (const name of ["فرع ١", "فرع ٢", "शाखा १", "शाखा २"]) await customer(name);
  const pairs = await listDuplicates(database.db, { limit: 100 });
  expect(pairs.filter(({ name }) => /^(فرع|शाखा)/.test(name))).toEqual([]);
  const written = Array.from({ length: 0x3200 }, (_, code) => `a${String.fromCodePoint(code + 1)}b`);
  const texts = [...written, "a😀b", "a𝒳b", "a𐍈b"];
  const split = await database.db.execute<{ words: string }>(sql`
    select regexp_replace(value, ${betweenWords()}, ' ', 'g') as words
    from jsonb_array_elements_text(${JSON.stringify(texts)}::text::jsonb) with ordinality order by ordinality`);
  expect(split.map(({ words }) => words)).toEqual(texts.map((text) => wordsOf(text).join(" ")));
});
