import { afterAll, beforeAll, expect, test } from "vitest";
import { logConversation, type NewConversation } from "@/lib/log/log-conversation";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { countDue } from "./count-due";
import { readAttention } from "./read-attention";
import { readFollowUps, rowsAtFirst } from "./read-follow-ups";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-06-24T12:00:00Z");
const today = "2026-06-24";

async function promise(customer: string, by: number, given: Partial<NewConversation>) {
  const customerId = await addCustomer(database.db, customer);
  const entry = talk({ customerId, heldById: by, on: "2026-06-01", ...given });
  return logConversation(database.db, entry, { actor: cast.cara, timeZone: cast.timeZone, now });
}

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  await promise("Aloe", cast.anna.id, { followUpOn: "2026-06-22" });
  await promise("Baobab", cast.ben.id, { followUpOn: today });
  await promise("Cycad", cast.anna.id, { followUpOn: "2026-06-25" });
  await promise("Dombeya", cast.ben.id, { stageId: cast.stages["Demo given"], amount: "70" });
});
afterAll(() => database.drop());

async function read(params: Record<string, string>, member = { ...cast.anna, name: "Anna" }) {
  const { followUps, counts, quietCount, ...rest } = await readFollowUps(database.db, params, {
    member,
    today,
  });
  const names = Object.values(followUps).map((rows) => rows.map(({ customer }) => customer));
  return { ...rest, names, counts, quietCount };
}

test("one's own follow-ups, everybody's, or those of one person, as the address says", async () => {
  expect(await read({})).toMatchObject({ isMine: true, names: [["Aloe"], [], ["Cycad"]], quietCount: 0 });
  expect(await read({ whose: "everyone" })).toMatchObject({
    isMine: false,
    person: null,
    names: [["Aloe"], ["Baobab"], ["Cycad"]],
    counts: { overdue: 1, today: 1, coming: 1 },
    quietCount: 1,
  });
  expect(await read({ whose: String(cast.ben.id) })).toMatchObject({
    isMine: false,
    person: { name: "Ben" },
    names: [[], ["Baobab"], []],
    quietCount: 1,
  });
});

test("whoever only reads begins with everybody's", async () => {
  const vera = { ...cast.vera, name: "Vera" };
  expect(await read({}, vera)).toMatchObject({ person: null, names: [["Aloe"], ["Baobab"], ["Cycad"]] });
});

test("an address nobody could have meant shows one's own, from the first rows on", async () => {
  for (const whose of ["nobody", "999999", "1 or 1=1"])
    expect(await read({ whose, shown: "-5" })).toMatchObject({ isMine: true, shown: rowsAtFirst });
});

test("what needs attention: how many, and the first few, of everybody or of one salesperson", async () => {
  const everybody = await readAttention(database.db, null, today);
  expect([everybody.overdue.count, everybody.today.count, everybody.quiet.count]).toEqual([1, 1, 1]);
  expect(everybody.quiet.first).toMatchObject([{ customer: "Dombeya", amount: "70.0000", owner: "Ben" }]);
  for (const [memberId, due] of [
    [cast.anna.id, 1],
    [cast.ben.id, 1],
    [cast.cara.id, 0],
  ] as const)
    expect(await countDue(database.db, { today, memberId })).toBe(due);
  const annas = await readAttention(database.db, cast.anna.id, today);
  expect([annas.overdue.count, annas.today.count, annas.quiet.count]).toEqual([1, 0, 0]);
  for (const name of ["E", "F", "G"]) await promise(name, cast.ben.id, { followUpOn: "2026-06-23" });
  const { overdue } = await readAttention(database.db, null, today);
  expect([overdue.count, overdue.first.map(({ customer }) => customer)]).toEqual([4, ["Aloe", "E", "F"]]);
});
