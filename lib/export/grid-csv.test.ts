import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type GridView, gridSorts } from "@/db/queries/grid";
import { openCsv } from "@/lib/csv/open-csv";
import { logConversation } from "@/lib/log/log-conversation";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { importText } from "@/tests/support/import-text";
import { writeGridCsv } from "./grid-csv";

let database: TestDatabase;
let memberId: number;
const filter = { from: null, to: "2026-05-31", salespersonId: null };
const view: GridView = {
  stageId: null,
  search: "",
  sort: "stage",
  descending: false,
  after: null,
  limit: 100,
};

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  const { anna, stages, timeZone } = await castTeam(db);
  memberId = anna.id;
  const context = { actor: anna, timeZone, now: new Date("2026-06-01T12:00:00Z") };
  const talks = [
    {
      name: "=1+1",
      on: "2026-05-03T23:30",
      stageId: stages["Demo given"],
      amount: "1234.5",
      note: 'Says "yes"',
    },
    {
      name: "Beta",
      on: "2026-05-04",
      stageId: stages.Won,
      amount: null,
      note: "-2 days",
      deal: { name: "Fleet" },
    },
    { name: "Gamma", on: "2026-06-01", stageId: stages.Won, amount: null, note: "" },
  ];
  for (const { name, ...said } of talks) {
    const customerId = await addCustomer(db, name);
    await logConversation(db, talk({ customerId, heldById: anna.id, ...said }), context);
  }
});
afterAll(() => database.drop());

async function exported(separator: "," | ";", of: GridView = view) {
  let text = "";
  const layout = { separator, currencyDigits: 2 };
  await writeGridCsv(database.db, { filter, view: of }, layout, async (part) => {
    text += part;
  });
  const file = await openCsv(Readable.from([Buffer.from(text)]));
  const rows: string[][] = [];
  for await (const { cells } of file.rows) rows.push(cells);
  return { text, rows };
}

test("each customer's last sales conversation as of the day, in the grid's order, formulas neutralised", async () => {
  const { rows } = await exported(",");
  expect(rows.map((cells) => cells.join("|"))).toEqual([
    '\'=1+1|Demo given|open|Anna|2026-05-03|2026-05-03T21:30:00.000Z||||Says "yes"||1234.50|28||',
    "Beta|Won|won|Anna|2026-05-04|||||'-2 days|Fleet||27||",
  ]);
});

test("with semicolons amounts have a decimal comma", async () => {
  const { text } = await exported(";");
  expect(text).toContain(";1234,50;");
});

test("only what is filtered", async () => {
  for (const search of ["beta", "fleet", "2 days"]) {
    const { rows } = await exported(",", { ...view, search });
    expect(rows.map(([customer]) => customer)).toEqual(["Beta"]);
  }
});

test("of more customers of one moment than are read at once each is there, once", async () => {
  const many = Array.from(
    { length: 2 * view.limit + 1 },
    (_, index) => `Many ${index},2026-05-02T09:00,Demo given`,
  );
  const text = ["customer,date,stage", ...many].join("\n");
  await importText(database.db, "conversations", text, { memberId });
  const { rows } = await exported(",", { ...view, search: "Many" });
  expect(rows).toHaveLength(many.length);
  expect(new Set(rows.map(([customer]) => customer)).size).toBe(many.length);
});

const orders: readonly [GridView["sort"], string][] = [
  ["stage", "BACD"],
  ["customer", "ABCD"],
  ["salesperson", "BDAC"],
  ["date", "DCBA"],
  ["how", "CDAB"],
  ["about", "CDBA"],
  ["with-whom", "DACB"],
  ["amount", "BADC"],
  ["days-in-stage", "ACDB"],
  ["follow-up", "CBDA"],
  ["days-before-pipeline", "ACBD"],
];

test("in the order of each column", async () => {
  await importText(
    database.db,
    "customers",
    `customer,opened_on
Order A,2026-05-19
Order B,2026-03-22
Order C,2026-04-30
Order D,2026-04-11`,
    { memberId },
  );
  await importText(
    database.db,
    "conversations",
    `customer,date,employee,stage,how,about,with_whom,amount,follow_up_on
Order A,2026-05-20,Ben,Demo given,Phone,Terms,Mpho,20,2026-07-04
Order B,2026-04-01,Anna,Contact made,,,,,
Order B,2026-05-10,Anna,Contact made,Visit,Stock,Themba,10,2026-07-02
Order C,2026-05-05,Cara,Proposal sent,Chat,Access,Sipho,40,2026-07-01
Order D,2026-05-01,Anna,Won,E-mail,Price,Lerato,30,2026-07-03`,
    { memberId },
  );
  const order = async (sort: GridView["sort"], descending = false) => {
    const { rows } = await exported(",", { ...view, search: "Order", sort, descending });
    return rows.map(([customer]) => customer?.at(-1)).join("");
  };
  expect(orders.map(([sort]) => sort)).toEqual(gridSorts);
  for (const [sort, customers] of orders) expect(await order(sort), sort).toBe(customers);
  expect(await order("follow-up", true)).toBe("ADBC");
});
