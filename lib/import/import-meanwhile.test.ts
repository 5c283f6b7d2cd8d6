import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { getConversation, lockCustomer } from "@/db/queries/conversations";
import { addContact, editContact } from "@/lib/customers/change-contact";
import { editCustomer } from "@/lib/customers/change-customer";
import { correctConversation, deleteConversation } from "@/lib/log/change-conversation";
import { completeFollowUp } from "@/lib/log/complete-follow-up";
import { lockPipelineExclusive, lockPipelineShared } from "@/lib/log/pipeline-lock";
import { rebuildStates } from "@/lib/log/rebuild-states";
import { castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { heldUpBy } from "@/tests/support/held-up-by";
import { importText } from "@/tests/support/import-text";
import { lockImports } from "./import-lock";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-11-24T10:00:00Z");

beforeEach(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterEach(() => database.drop());

const run = (text: string, update = true) =>
  importText(database.db, "conversations", text, { memberId: cast.cara.id, update });

/** Imports while somebody is in the middle of changing something: `begin`, the import until it waits, `end`. */
const importMeanwhile = (
  text: string,
  begin: (tx: Database) => Promise<unknown>,
  end: (tx: Database) => Promise<unknown>,
) => heldUpBy(database.db, begin, () => run(text), end);

const talks = [
  "customer,date,stage,amount,note,follow_up_on,reference",
  "Acme,2026-03-01,Demo given,10,first,2026-03-08,R-1",
  "Acme,2026-03-02,Proposal sent,20,second,2026-03-09,R-2",
].join("\n");
const noteOfSecond = "customer,date,note,reference\nAcme,2026-03-02,mended,R-2\n";

async function secondTalk() {
  const rows = await database.sql`select id from conversations where reference = 'R-2'`;
  const found = await getConversation(database.db, Number(rows[0]?.id));
  if (!found) throw new Error("There is no R-2.");
  return found;
}

const by = ({ id, version }: { id: number; version: number }) => ({
  ...{ conversationId: id, version, actor: cast.cara, now },
});

test("an update keeps the deal and the tick that somebody gives a conversation while it waits", async () => {
  await run(talks);
  const { id, version, dealId, localDate, customerId, ...content } = await secondTalk();
  const { report } = await importMeanwhile(
    noteOfSecond,
    (tx) => lockCustomer(tx, customerId),
    async (tx) => {
      const {
        recordedById,
        recordedAt,
        importId,
        reference,
        deviceId,
        deviceRecordedAt,
        deletedAt,
        ...said
      } = content;
      const moved = await correctConversation(tx, {
        ...by({ id, version }),
        content: { ...said, amount: "25" },
        deal: "new",
        timeZone: cast.timeZone,
      });
      await completeFollowUp(tx, { ...by(moved), isDone: true });
    },
  );
  expect(report).toMatchObject({ applied: true, corrected: 1 });
  const saved = await secondTalk();
  expect(saved).toMatchObject({ note: "mended", amount: "25.0000", version: 4, completedAt: now });
  expect(saved.dealId).not.toBe(dealId);
  expect((await rebuildStates(database.db)).differences).toEqual([]);
});

test("an update of a conversation that is deleted while it waits is refused by line", async () => {
  await run(talks);
  const talk = await secondTalk();
  const { report, problems } = await importMeanwhile(
    noteOfSecond,
    (tx) => lockCustomer(tx, talk.customerId),
    (tx) => deleteConversation(tx, by(talk)),
  );
  expect(problems).toEqual([
    "2 reference: This reference was imported before and has been deleted since; its content is different now.",
  ]);
  expect(report.applied).toBe(false);
  expect(await secondTalk()).toMatchObject({ deletedAt: now, note: "second", version: 2 });
});

test("the rows of a customer who is renamed while they wait are imported, under the name they give", async () => {
  await run("customer,date\nAcme,2026-03-01\n");
  const [acme] = await database.sql`select id::integer, version from customers`;
  const who = { actor: cast.cara, now, customerId: acme?.id };
  const contact = { name: "Sipho", role: "", email: "", phone: "" };
  const { report } = await importMeanwhile(
    "customer,date,with_whom\nAcme,2026-03-02,Sipho\n",
    (tx) => addContact(tx, { ...who, ...contact }),
    (tx) => editCustomer(tx, { ...who, version: acme?.version, name: "Acme Ltd", openedOn: null }),
  );
  expect(report).toMatchObject({ applied: true, rows: 1, added: 1, created: { customers: 1, contacts: 1 } });
  const rows = await database.sql`
    select customers.name from conversations join customers on customers.id = customer_id order by conversations.id`;
  expect(rows.map(({ name }) => name)).toEqual(["Acme Ltd", "Acme"]);
});

const heldByAnna = "customer,date,employee,with_whom,reference\nAcme,2026-03-02,Anna,Sipho,R-3\n";

async function renameContact(tx: Database) {
  const [sipho] = await database.sql`select id::integer, version from contacts`;
  const facts = { name: "Sipho Dlamini", role: "", email: "", phone: "" };
  await editContact(tx, { ...facts, contactId: sipho?.id, version: sipho?.version, actor: cast.cara, now });
}

test("the contact of a row who is renamed while it waits is still the one the row names", async () => {
  await run(heldByAnna.replace("R-3", "R-1"));
  await importMeanwhile(heldByAnna, renameContact, async () => {});
  const rows = await database.sql`
    select contacts.name from conversations join contacts on contacts.id = contact_id order by conversations.id`;
  expect(rows.map(({ name }) => name)).toEqual(["Sipho Dlamini", "Sipho"]);
});

test("the rows of a member who is renamed while they wait are nobody else's: the file is refused", async () => {
  await run(heldByAnna.replace("R-3", "R-1"));
  const renameAnna = () =>
    database.sql`update members set name = 'Anne', name_key = 'anne' where name = 'Anna'`;
  const lockContacts = (tx: Database) => tx.execute(sql`select from contacts for update`);
  const imported = importMeanwhile(heldByAnna, lockContacts, renameAnna);
  await expect(imported).rejects.toThrow("“Anna” has just been renamed. Import the file again.");
  expect(await database.sql`select from conversations where reference = 'R-3'`).toHaveLength(0);
});

test("somebody who logs under a new topic of the file while it is imported and the import do not wait for each other", async () => {
  await run(talks);
  const { customerId } = await secondTalk();
  const { report } = await importMeanwhile(
    "customer,date,about,reference\nAcme,2026-03-02,Retreads,R-2\n",
    (tx) => lockCustomer(tx, customerId),
    (tx) => tx.execute(sql`insert into topics (name, name_key, position) values ('Retreads', 'retreads', 1)`),
  );
  expect(report).toMatchObject({ applied: true, corrected: 1, created: { topics: 0 } });
});

test("an import waits for another one, and for whoever gives stages another meaning; of stages, for whoever logs", async () => {
  const { db } = database;
  expect(await heldUpBy(db, lockImports, () => run(talks))).toMatchObject({ report: { added: 2 } });
  expect(await heldUpBy(db, lockPipelineExclusive, () => run(talks))).toMatchObject({ report: { added: 0 } });
  const stages = () =>
    importText(db, "stages", "name,outcome\nNew,open\nWon,won\n", { memberId: cast.cara.id });
  expect(await heldUpBy(db, lockPipelineShared, stages)).toMatchObject({ report: { kind: "stages" } });
});

test("an import of customers compares with what somebody is about to save", async () => {
  const { db } = database;
  const file = "customer,opened_on\nAcme,2026-01-02\n";
  const ofCustomers = () => importText(db, "customers", file, { memberId: cast.cara.id });
  await ofCustomers();
  const [acme] = await database.sql`select id::integer, version from customers`;
  const edited = { customerId: acme?.id, version: acme?.version, name: "Acme", openedOn: "2026-01-03" };
  const edit = (tx: Database) => editCustomer(tx, { ...edited, actor: cast.cara, now });
  const { problems } = await heldUpBy(db, edit, ofCustomers);
  expect(problems).toEqual([expect.stringContaining("2 opened_on: ")]);
});
