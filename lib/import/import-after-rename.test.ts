import { afterEach, beforeEach, expect, test } from "vitest";
import { editContact } from "@/lib/customers/change-contact";
import { editCustomer } from "@/lib/customers/change-customer";
import { mergeCustomers } from "@/lib/customers/merge-customers";
import { changeDeal } from "@/lib/deals/deal-acts";
import { renameLabel } from "@/lib/labels/edit-label";
import { mergeLabel } from "@/lib/labels/merge-label";
import { renameMember } from "@/lib/members/rename-member";
import { castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { importText } from "@/tests/support/import-text";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-11-24T10:00:00Z");

beforeEach(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterEach(() => database.drop());

const heading = "customer,date,employee,stage,deal,amount,about,how,with_whom,reference\n";
const row = (amount: number, reference = "r-1") =>
  `R1,2026-06-01,Sam,Demo given,x,${amount},Ínfo,Phone,Sipho,${reference}\n`;
const file = (amount = 10) => heading + row(amount);

const run = (text: string, update = false) =>
  importText(database.db, "conversations", text, { memberId: cast.cara.id, update });

async function rowOf(table: string): Promise<{ id: number; version: number }> {
  const [found] = await database.sql.unsafe(
    `select id::float8 as id, to_jsonb(t) -> 'version' as version from ${table} as t order by t.id desc limit 1`,
  );
  return found as unknown as { id: number; version: number };
}

const who = () => ({ actor: cast.cara, now });

async function renameDeal(name: string) {
  const { id: dealId } = await rowOf("deals");
  await changeDeal(database.db, { ...who(), today: "2026-11-24" }, { act: "rename", dealId, name });
}
async function renameCustomer(name: string) {
  const { id: customerId, version } = await rowOf("customers");
  await editCustomer(database.db, { ...who(), customerId, version, name, openedOn: null });
}
async function renameContact(name: string) {
  const { id: contactId, version } = await rowOf("contacts");
  await editContact(database.db, { ...who(), contactId, version, name, role: "", email: "", phone: "" });
}
const rename = (kind: "topic" | "channel") => async (name: string) => {
  const { id: labelId, version } = await rowOf(`${kind}s`);
  await renameLabel(database.db, { ...who(), kind, labelId, version, name });
};
async function renameEmployee(name: string) {
  const { id: memberId, version } = await rowOf("members");
  await renameMember(database.db, { ...who(), memberId, version, name });
}

async function talks(): Promise<string[]> {
  const rows = await database.sql`
    select concat_ws(', ', reference, customers.name, members.name, deals.name, amount::float8, topics.name,
      channels.name, contacts.name) as said
    from conversations as talks join customers on customers.id = talks.customer_id
    join members on members.id = held_by_id left join deals on deals.id = deal_id
    left join topics on topics.id = topic_id left join channels on channels.id = channel_id
    left join contacts on contacts.id = contact_id order by talks.id`;
  return rows.map(({ said }) => said);
}

const nothingMade = { customers: 0, employees: 0, topics: 0, channels: 0, contacts: 0, deals: 0 };

test.each([
  ["deal", renameDeal],
  ["customer", renameCustomer],
  ["contact", renameContact],
  ["topic", rename("topic")],
  ["channel", rename("channel")],
  ["employee", renameEmployee],
])(
  "the %s renamed since is still the one the file names: skipped, and corrected only in what else differs",
  async (_, rename) => {
    await run(file());
    await rename("Between");
    await rename("New");
    const said = await talks();
    for (const update of [false, true])
      expect((await run(file(), update)).report).toMatchObject({
        ...{ applied: true, unchanged: 1, corrected: 0, created: nothingMade },
      });
    expect((await run(file(11), true)).report).toMatchObject({ corrected: 1, created: nothingMade });
    expect(await talks()).toEqual(said.map((each) => each.replace(", 10, ", ", 11, ")));
  },
);

test("all of them renamed at once, the deal without a name by now", async () => {
  const both = (amount = 10) => file(amount) + row(10, "r-2");
  await run(both());
  for (const [rename, name] of await allRenamings()) await rename(name);
  expect((await run(both())).report).toMatchObject({ applied: true, unchanged: 2 });
  const { report } = await run(both(11), true);
  expect(report).toMatchObject({ corrected: 1, unchanged: 1, created: nothingMade });
  expect(await talks()).toEqual([
    "r-1, R1 Ltd, Samuel, 11, Information, Call, Sipho D",
    "r-2, R1 Ltd, Samuel, 10, Information, Call, Sipho D",
  ]);
});

async function allRenamings() {
  return [
    [renameDeal, ""],
    [renameCustomer, "R1 Ltd"],
    [renameContact, "Sipho D"],
    [rename("topic"), "Information"],
    [rename("channel"), "Call"],
    [renameEmployee, "Samuel"],
  ] as const;
}

test("a name somebody else has by now is theirs, and a name the record never had is another", async () => {
  await run(file());
  await renameDeal("Fleet");
  await run(heading + row(20, "r-2"));
  expect((await run(file())).problems).toEqual([
    "2 reference: This reference is already there with other content; --update would correct it.",
  ]);
  await renameDeal("Tyres");
  expect((await run(file())).report).toMatchObject({ applied: true, unchanged: 1 });
  expect((await run(file().replace(",x,", ",Tyres,"))).report.applied).toBe(false);
  expect((await run(file().replace(",x,", ",y,"))).report.applied).toBe(false);
  const moved = await run(file().replace("R1,", "R2,"), true);
  expect(moved.report).toMatchObject({ corrected: 1, created: { customers: 1, deals: 1, contacts: 1 } });
  expect((await talks())[0]).toBe("r-1, R2, Sam, x, 10, Ínfo, Phone, Sipho");
});

test("an employee renamed to what another one is called is still who held it", async () => {
  await run(file());
  const { id } = await rowOf("members");
  await renameEmployee("Anna");
  expect((await run(file())).report).toMatchObject({ applied: true, unchanged: 1 });
  expect((await run(file(11), true)).report).toMatchObject({ corrected: 1, created: nothingMade });
  const [talk] = await database.sql`select held_by_id::float8 as "heldById", amount from conversations`;
  expect(talk).toEqual({ heldById: id, amount: "11.0000" });
});

test("what was renamed and then merged into another is that other one", async () => {
  await run(file());
  await renameCustomer("R1 Ltd");
  await rename("topic")("Information");
  const [from, topic] = [await rowOf("customers"), await rowOf("topics")];
  await run(`${heading}R0,2026-06-01,,Demo given,x,5,Facts,,,r-0\n`);
  const into = await rowOf("topics");
  const merged = {
    ...who(),
    kind: "topic" as const,
    labelId: topic.id,
    version: topic.version,
    intoId: into.id,
    intoVersion: into.version,
  };
  await mergeLabel(database.db, merged);
  const pair = { fromId: from.id, intoId: (await rowOf("customers")).id };
  await mergeCustomers(database.db, { ...who(), ...pair });
  expect((await run(file())).report).toMatchObject({ applied: true, unchanged: 1, created: nothingMade });
});
