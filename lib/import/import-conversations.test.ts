import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { importText } from "@/tests/support/import-text";
import { listPlannedCustomers } from "./plan-conversations";

let database: TestDatabase;
let db: Database;
let memberId: number;

beforeEach(async () => {
  database = await createTestDatabase();
  db = database.db;
  memberId = (await castTeam(db)).cara.id;
});
afterEach(() => database.drop());

type Options = Partial<Parameters<typeof importText>[3]>;

const run = (text: string | Buffer, options: Options = {}) =>
  importText(db, "conversations", text, { memberId, ...options });

async function count(table: string): Promise<number> {
  const [row] = await database.sql.unsafe(`select count(*)::integer as count from ${table}`);
  return row?.count;
}

async function countEverything() {
  const tables = ["conversations", "conversation_versions", "customers", "deals", "deal_states", "members"];
  const more = ["imports", "audit_log", "contacts", "topics", "channels"];
  return Promise.all([...tables, ...more].map(count));
}

function listTalks() {
  return database.sql`
    select customers.name as customer, members.name as held_by, stages.name as stage, deals.name as deal, note,
      amount, occurred_at, date_only, local_date::text, follow_up_on::text, completed_at, duration_minutes,
      topics.name as topic, channels.name as channel, contacts.name as contact, talks.version, reference, talks.id,
      deal_id, talks.import_id, recorded_by_id, deleted_at
    from conversations as talks
    join customers on customers.id = talks.customer_id join members on members.id = held_by_id
    left join stages on stages.id = stage_id left join deals on deals.id = deal_id
    left join topics on topics.id = topic_id left join channels on channels.id = channel_id
    left join contacts on contacts.id = contact_id
    order by talks.id`;
}

const full = [
  "customer,date,employee,stage,deal,amount,about,how,with_whom,note,follow_up_on,completed,duration_minutes,reference",
  'Acme Tyres,2026-03-01T09:30,anna,demo given,Truck tyres,1250.50,Retreads,Phone,Sipho,"Two sets,\nfitted",2026-03-05,yes,25,R-1',
  " ACME tyres ,2026-03-02,New Seller,Won,truck TYRES,1300,retreads,PHONE,SIPHO,,,,,R-2",
  "Beta,2026-03-03 10:00,,,,,,,,Just a chat,,no,,R-3",
  "",
].join("\n");

describe("a file of conversations", () => {
  it("is stored with everything it says, names unified, first spelling kept", async () => {
    const { report, problems } = await run(full);
    expect(problems).toEqual([]);
    expect(report).toMatchObject({ applied: true, rows: 3, added: 3, rejected: 0, withoutReference: 0 });
    expect(report.created).toEqual({
      customers: 2,
      employees: 1,
      topics: 1,
      channels: 1,
      contacts: 1,
      deals: 1,
    });
    const [demo, won, chat] = await listTalks();
    expect(demo).toMatchObject({
      customer: "Acme Tyres",
      held_by: "Anna",
      stage: "Demo given",
      deal: "Truck tyres",
      amount: "1250.5000",
      topic: "Retreads",
      channel: "Phone",
      contact: "Sipho",
      note: "Two sets,\nfitted",
      follow_up_on: "2026-03-05",
      duration_minutes: 25,
      reference: "R-1",
      date_only: false,
      recorded_by_id: String(memberId),
      import_id: String(report.importId),
    });
    expect(new Date(demo?.occurred_at)).toEqual(new Date("2026-03-01T07:30:00Z"));
    expect(new Date(demo?.completed_at)).toEqual(new Date("2026-03-04T22:00:00Z"));
    expect(won).toMatchObject({
      customer: "Acme Tyres",
      held_by: "New Seller",
      deal: "Truck tyres",
      date_only: true,
    });
    expect(won?.deal_id).toBe(demo?.deal_id);
    expect(chat).toMatchObject({ customer: "Beta", held_by: "Cara", stage: null, deal_id: null });
    const versions = await database.sql`select act, version, saved_by_id, note from conversation_versions`;
    expect(versions).toHaveLength(3);
    expect(versions[0]).toMatchObject({ act: "imported", version: 1, saved_by_id: String(memberId) });
    const [state] =
      await database.sql`select outcome, amount, closed_on::text from deal_states where until_on = 'infinity'`;
    expect(state).toMatchObject({ outcome: "won", amount: "1300.0000", closed_on: "2026-03-02" });
    const [member] = await database.sql`select role, email from members where name = 'New Seller'`;
    expect(member).toEqual({ role: "member", email: null });
  });

  it("tells of each topic and channel it makes in the audit log, as the form does", async () => {
    await run(full);
    await run(full.replaceAll("R-", "S-"));
    const entries = await database.sql`
      select act, subject, subject_id, member_id, at, after from audit_log where subject in ('topic', 'channel')
      order by subject desc`;
    const made = { subject_id: "1", member_id: String(memberId), at: new Date("2026-11-24T10:00:00Z") };
    expect(entries.map((entry) => ({ ...entry, at: new Date(entry.at) }))).toEqual([
      { act: "add topic", subject: "topic", ...made, after: { name: "Retreads" } },
      { act: "add channel", subject: "channel", ...made, after: { name: "Phone" } },
    ]);
  });

  it("is a batch that is remembered and audited", async () => {
    const { report } = await run(full);
    await run(full.replaceAll("R-", "S-"));
    const batches = await database.sql`
      select id, kind, file_name, imported_by_id, report from imports order by id`;
    expect(batches).toHaveLength(2);
    for (const { id, ...batch } of batches)
      expect(batch).toMatchObject({
        kind: "conversations",
        file_name: "conversations.csv",
        report: { importId: Number(id), added: 3 },
      });
    const [audit] = await database.sql`
      select member_id, act, subject, subject_id from audit_log where subject = 'import'`;
    expect(audit).toEqual({
      member_id: String(memberId),
      act: "import conversations",
      subject: "import",
      subject_id: String(report.importId),
    });
  });

  it("audits each member it makes, by name, at the moment of the import", async () => {
    await run(full);
    const entries = await database.sql`
      select at, member_id, subject_id, before, after from audit_log where act = 'add member'`;
    const [made] = await database.sql`select id from members where name = 'New Seller'`;
    expect(entries.map((entry) => ({ ...entry, at: new Date(entry.at) }))).toEqual([
      {
        at: new Date("2026-11-24T10:00:00Z"),
        member_id: String(memberId),
        subject_id: made?.id,
        before: null,
        after: { name: "New Seller", role: "member" },
      },
    ]);
  });

  it("may have its columns in any order, any case, semicolons, decimal commas and a BOM", async () => {
    const text = "\uFEFFReference; AMOUNT ;Stage;Date;Customer\r\nR-1;99,5;won;2026-03-01;Acme\r\n";
    expect((await run(text)).problems).toEqual([]);
    expect((await listTalks())[0]).toMatchObject({ customer: "Acme", amount: "99.5000", stage: "Won" });
  });

  it("says which columns it does not know, and takes the others", async () => {
    const { report } = await run("customer,date,mood,\nAcme,2026-03-01,good,x\n");
    expect(report).toMatchObject({ applied: true, unknownColumns: ["mood", "column 4, without a heading"] });
  });

  it("says nothing of columns at its end that have neither a heading nor a cell", async () => {
    const rows = "Acme;2026-03-01;;good;;;\nBeta;2026-03-01;;;; ;x\n";
    const { report } = await run(`customer;date;;mood;;;\n${rows}`);
    expect(report).toMatchObject({
      ...{ applied: true, added: 2 },
      unknownColumns: ["column 3, without a heading", "mood", "column 7, without a heading"],
    });
  });

  it("is refused in one sentence that says what to change: separated by tabs, or no text but a spreadsheet", async () => {
    expect((await run("customer\tdate\nA\t2026-03-01\n")).report.refusals).toEqual([
      "Line 1: Separate the columns by commas or semicolons.",
    ]);
    expect((await run("sep=\t\ncustomer\tdate\n")).report.refusals).toEqual([
      "Line 2: Separate the columns by commas or semicolons.",
    ]);
    expect((await run(Buffer.from("PK\x03\x04\x14\xe9", "latin1"))).report.refusals).toEqual([
      "Line 1: This is a spreadsheet file: save it as CSV in UTF-8. Nothing after it could be read.",
    ]);
  });

  it("has each name in one line, as the app's fields have it, and shows a bad row's cells as they were", async () => {
    const heading = "customer,date,employee,stage,deal,about,how,with_whom,note";
    const cells = ['"Acme\nTyres"', "2026-03-01", '"New\r\n Seller"', '"Demo\ngiven"', '"Truck\ttyres"'];
    const row = [...cells, '"Re\n\ntreads"', '"By\nphone"', '"Jane\nDoe"', '"two\nlines"'].join(",");
    const twice = "acme tyres,2026-03-02,NEW SELLER,Demo given,truck tyres,RE TREADS,by PHONE,jane doe,";
    const rows: string[][] = [];
    const { report } = await run(`${heading}\n${row}\n${twice}\n"Bad\nrow",never,,,,,,,\n`, {
      skipBadRows: true,
      onRejected: (bad) => {
        rows.push(bad.cells);
      },
    });
    const once = { customers: 1, employees: 1, topics: 1, channels: 1, contacts: 1, deals: 1 };
    expect(report).toMatchObject({ added: 2, created: once });
    expect((await listTalks())[0]).toMatchObject({
      ...{ customer: "Acme Tyres", held_by: "New Seller", stage: "Demo given", deal: "Truck tyres" },
      ...{ topic: "Re treads", channel: "By phone", contact: "Jane Doe", note: "two\nlines" },
    });
    expect(rows).toEqual([["Bad\nrow", "never", "", "", "", "", "", "", ""]]);
  });

  it("has no name in what cannot be seen", async () => {
    const heading = "customer,date,employee,stage,deal,about,how,with_whom";
    const { report } = await run(`${heading}\nA,2026-03-01,\u200B,Won,\u00AD,\u2060,\uFEFF,\u200B\u00AD\n`);
    const none = { employees: 0, topics: 0, channels: 0, contacts: 0 };
    expect(report).toMatchObject({ added: 1, created: none });
    expect((await listTalks())[0]).toMatchObject({ held_by: "Cara", stage: "Won", deal: null });
  });

  it("may have no rows; an empty one has no heading", async () => {
    expect((await run("customer,date\n")).report).toMatchObject({ applied: true, rows: 0, added: 0 });
    expect((await run("")).report).toMatchObject({
      applied: false,
      refusals: ["The file is empty: its first row names the columns."],
    });
  });

  it("is refused without a required column or with one twice, by name", async () => {
    const others =
      '"employee", "stage", "deal", "amount", "about", "how", "with_whom", "note", "follow_up_on", "completed", "duration_minutes", "reference"';
    expect((await run("customer,note\nA,x\n")).report.refusals).toEqual([
      `Line 1: The column "date" is missing. There must be "customer", "date"; there may be ${others}.`,
    ]);
    expect((await run("name,note\nA,x\n")).report.refusals).toEqual([
      'Line 1: The column "customer" is missing.',
      expect.stringMatching(/^Line 1: The column "date" is missing\. There must be "customer", "date"; /),
    ]);
    const { report } = await run("customer,date,Note,note\nA,2026-03-01,x,y\n");
    expect(report.refusals).toEqual(['Line 1: The column "note" is there more than once.']);
    expect(report.applied).toBe(false);
    const unread = await run("customer,date,reason,reason\nA,2026-03-01,x,y\n");
    expect(unread.report).toMatchObject({ applied: true, unknownColumns: ["reason", "reason"] });
  });

  it("is refused when it is not UTF-8 or a quote stays open, also with skipBadRows", async () => {
    const before = await countEverything();
    const latin = await run(Buffer.from("customer,date\nCaf\xe9,2026-03-01\n", "latin1"), {
      skipBadRows: true,
    });
    expect(latin.report.refusals[0]).toMatch(/^Line 2: These bytes are not UTF-8/);
    const open = await run('customer,date\nA,2026-03-01\n"B,2026-03-01\n', { skipBadRows: true });
    expect(open.report.refusals[0]).toMatch(/^Line 3: A quote is opened/);
    expect(open.report.applied).toBe(false);
    expect(await countEverything()).toEqual(before);
  });
});

const wrongRows: [string, string, string][] = [
  ["customer", ",2026-03-01,,,,,,", "The customer is missing."],
  ["customer", "\u200B,2026-03-01,,,,,,", "The customer is missing."],
  ["customer", `${"x".repeat(201)},2026-03-01,,,,,,`, "At most 200 characters are allowed; this has 201."],
  ["date", "A,,,,,,,", "The date is missing."],
  ["date", "A,2026-02-30,,,,,,", '"2026-02-30" is no date; write it as 2026-03-01 or 2026-03-01T09:30.'],
  ["date", "A,01/03/2026,,,,,,", '"01/03/2026" is no date; write it as 2026-03-01 or 2026-03-01T09:30.'],
  ["date", "A,1899-12-31,,,,,,", '"1899-12-31" is before 1900.'],
  ["date", "A,0026-03-01T09:30,,,,,,", '"0026-03-01T09:30" is before 1900.'],
  ["date", "A,1900-01-01T09:30+14:00,,,,,,", '"1900-01-01T09:30+14:00" is before 1900.'],
  ["date", "A,9999-12-31,,,,,,", '"9999-12-31" is after 2999.'],
  ["date", "A,2026-11-26,,,,,,", '"2026-11-26" lies more than a day ahead; plans belong in follow_up_on.'],
  [
    "stage",
    "A,2026-03-01,Wonn,,,,,",
    'No stage is called "Wonn". There are: Contact made, Demo given, Proposal sent, Won, Lost, Cancelled.',
  ],
  ["deal", "A,2026-03-01,,big one,,,,", "A deal needs a stage."],
  ["amount", "A,2026-03-01,,,100,,,", "An amount needs a stage."],
  ...["1,5", "1 000", "-5", "R100", "1.005", "1e3"].map((amount): [string, string, string] => [
    "amount",
    `A,2026-03-01,Won,,"${amount}",,,`,
    `"${amount}" is no amount: digits with a decimal point and at most 2 after it, without sign, blanks or thousands separators.`,
  ]),
  ["follow_up_on", "A,2026-03-01,,,,soon,,", '"soon" is no date of the calendar; write it as 2026-03-01.'],
  ["follow_up_on", "A,2026-03-01,,,,1026-03-01,,", "1026-03-01 is before 1900."],
  [
    "follow_up_on",
    "A,2026-03-01,,,,9999-12-31,,",
    "9999-12-31 is after 2999. Where there is no such day, leave the cell empty.",
  ],
  ...["maybe", "constructor", "__proto__"].map((completed): [string, string, string] => [
    "completed",
    `A,2026-03-01,,,,,${completed},`,
    `"${completed}" is neither yes nor no (true, false, 1, 0, x).`,
  ]),
  ...["1.5", "-1", "10081", "1h"].map((minutes): [string, string, string] => [
    "duration_minutes",
    `A,2026-03-01,,,,,,${minutes}`,
    `"${minutes}" is no number of whole minutes from 0 to 10080.`,
  ]),
  ["row", "A,2026-03-01", "The row has 2 cells, the heading 8."],
  ["row", "A,2026-03-01,,,,,,,x", "The row has 9 cells, the heading 8."],
  ["customer", "A\0B,2026-03-01,,,,,,", "There is a character in it that cannot be stored (NUL)."],
];

describe("a bad row", () => {
  const heading = "customer,date,stage,deal,amount,follow_up_on,completed,duration_minutes";

  it("is listed by line, column and reason; nothing at all is imported", async () => {
    const before = await countEverything();
    const text = [heading, "Good,2026-03-01,Won,,1,2026-03-02,x,0", ...wrongRows.map(([, row]) => row)];
    const { report, problems } = await run(text.join("\n"));
    expect(problems).toEqual(
      wrongRows.map(([column, , reason], index) => `${index + 3} ${column}: ${reason}`),
    );
    expect(report).toMatchObject({ applied: false, rejected: wrongRows.length, importId: null });
    expect(await countEverything()).toEqual(before);
  });

  it("has all that is wrong with it listed, at the line where it starts", async () => {
    const { problems } = await run('customer,date,note,stage\nA,2026-03-01,"a\r\nb\nc",\n,never,,Maybe\n');
    expect(problems.map((problem) => problem.split(":")[0])).toEqual(["5 customer", "5 date", "5 stage"]);
  });

  it("is left out with skipBadRows, and given with its cells as they were", async () => {
    const rows: string[][] = [];
    const { report } = await run("customer,date,note\nA,2026-03-01,fine\n B ,never,x\nC,2026-03-01,y\n", {
      skipBadRows: true,
      onRejected: ({ cells }, { headingCells }) => {
        rows.push([...headingCells], cells);
      },
    });
    expect(report).toMatchObject({ applied: true, added: 2, rejected: 1, rows: 3 });
    expect(rows).toEqual([
      ["customer", "date", "note"],
      [" B ", "never", "x"],
    ]);
    expect(await count("customers")).toBe(2);
  });

  const emojis = "😀".repeat(40);
  it.each([
    ["an emoji where a long cell is cut", `A,2026-03-01,${emojis},,,,,`, `"${"😀".repeat(29)}…"`],
    ["NUL in a date", "A,2026-03-01\0,,,,,,", '"2026-03-01\uFFFD" is no date;'],
    ["NUL in an amount", "A,2026-03-01,Won,,1\0,,,", '"1\uFFFD" is no amount:'],
    ["NUL in a stage", "A,2026-03-01,Won\0,,,,,", 'No stage is called "Won\uFFFD".'],
  ])("with %s is listed like any other", async (_, row, reason) => {
    const { problems } = await run(`${heading}\n${row}\n`);
    expect(problems[0]).toContain(reason);
  });

  it("is listed beside a good one with NUL in a column that is not known, by cell and by heading", async () => {
    const text = "customer,date,odd\0,note\nA,2026-03-01,x\0y,fine\nB,never,x\0y,\n";
    const rows: string[][] = [];
    const { report, problems } = await run(text, {
      skipBadRows: true,
      onRejected: ({ cells }) => {
        rows.push(cells);
      },
    });
    expect(report).toMatchObject({ applied: true, added: 1, unknownColumns: ["odd\uFFFD"] });
    expect(problems).toEqual(['3 date: "never" is no date; write it as 2026-03-01 or 2026-03-01T09:30.']);
    expect(rows).toEqual([["B", "never", "x\uFFFDy", ""]]);
  });

  it("with an employee who could be several people is never a guess", async () => {
    await database.sql`insert into members (name, name_key, role) values ('Ben', 'ben', 'member')`;
    const { problems } = await run("customer,date,employee\nA,2026-03-01,BEN\nA,2026-03-01,Anna\n");
    expect(problems).toEqual([
      '2 employee: There are several people called "BEN". Rename one of them in Settings → Members, or write the e-mail of the one who is meant.',
    ]);
    await database.sql`update members set removed_at = now() where id = (select max(id) from members where name_key = 'ben')`;
    expect((await run("customer,date,employee\nA,2026-03-01,BEN\n")).report.applied).toBe(true);
    await database.sql`update members set removed_at = now() where name_key = 'ben'`;
    const bothLeft = await run("customer,date,employee\nA,2026-03-01,Ben\n");
    expect(bothLeft.problems).toEqual([
      '2 employee: There are several people called "Ben", and all of them have left. Give the one who is meant another name in the file.',
    ]);
  });

  it("by the e-mail of a member means that member, also among namesakes; of who left or whose name it is, it is a name", async () => {
    await database.sql`
      insert into members (name, name_key, role, email, removed_at) values
        ('Ben', 'ben', 'member', 'Ben@tyres.example', null), ('Gone', 'gone', 'member', 'gone@tyres.example', now()),
        ('nina@tyres.example', 'nina@tyres.example', 'member', null, null),
        ('Nina', 'nina', 'member', 'nina@tyres.example', null)`;
    const mails = ["ben@TYRES.example ", "gone@tyres.example", "nina@tyres.example"];
    const text = [
      "customer,date,employee,reference",
      ...mails.map((mail, at) => `A,2026-03-01,${mail},R-${at}`),
    ];
    const first = await run(text.join("\n"));
    expect(first.problems).toEqual([]);
    expect(first.report.newEmployees).toEqual(["gone@tyres.example"]);
    const holders = await database.sql`
      select members.name, email from conversations join members on members.id = held_by_id order by reference`;
    expect(holders).toEqual([
      { name: "Ben", email: "Ben@tyres.example" },
      { name: "gone@tyres.example", email: null },
      { name: "nina@tyres.example", email: null },
    ]);
    expect((await run(text.join("\n"))).report).toMatchObject({ unchanged: 3, added: 0 });
    const others = text.map((line) => line.replace("ben@TYRES.example ", "anna"));
    expect((await run(others.join("\n"))).problems).toHaveLength(1);
    await run(others.join("\n"), { update: true });
    expect((await run(text.join("\n"), { update: true })).report).toMatchObject({
      corrected: 1,
      unchanged: 2,
    });
  });

  it("who is not known yet is told by name, the first ten", async () => {
    const names = Array.from({ length: 12 }, (_, at) => `New ${String(at).padStart(2, "0")}`);
    const rows = names.map((name) => `A,2026-03-01,${name}\n`).join("");
    const { report } = await run(`customer,date,employee\n${rows}A,2026-03-01,Anna\n`, { dryRun: true });
    expect(report.created.employees).toBe(12);
    expect(report.newEmployees).toEqual(names.slice(0, 10));
  });

  it("of the same name as somebody who left means who is on the team", async () => {
    await database.sql`update members set removed_at = now() where name = 'Ben'`;
    const [here] = await database.sql`
      insert into members (name, name_key, role) values ('Ben', 'ben', 'member') returning id`;
    await run("customer,date,employee\nA,2026-03-01,Ben\n");
    const [talk] = await database.sql`select held_by_id from conversations`;
    expect(talk?.held_by_id).toBe(here?.id);
  });
});

describe("what a row may leave open", () => {
  it("a follow-up known to be done was done on its day, but not after now nor before the conversation", async () => {
    const { problems } = await run(
      [
        "customer,date,follow_up_on,completed",
        "A,2026-03-02T10:00,2026-03-05,yes",
        "B,2026-03-02T10:00,2026-03-02,TRUE",
        "C,2026-03-02T10:00,,1",
        "D,2026-11-24T11:30,2026-12-24,x",
        "E,2026-03-02T10:00,2026-03-05,0",
        "F,2026-03-02T10:00,2026-03-05,",
      ].join("\n"),
    );
    expect(problems).toEqual([]);
    const done = (await listTalks()).map(({ customer, completed_at }) => [
      customer,
      completed_at && new Date(completed_at).toISOString(),
    ]);
    expect(Object.fromEntries(done)).toEqual({
      A: "2026-03-04T22:00:00.000Z",
      B: "2026-03-02T08:00:00.000Z",
      C: "2026-03-02T08:00:00.000Z",
      D: "2026-11-24T10:00:00.000Z",
      E: null,
      F: null,
    });
  });

  it("a follow-up before its conversation is kept as written, and counted", async () => {
    const rows = [
      "2026-03-02,2026-03-01,",
      "2026-03-02,2026-03-02,",
      "2026-03-02T23:30,2026-03-01,yes",
      "2026-03-02,,",
    ];
    const text = rows.map((row) => `Acme,${row}\n`).join("");
    const { report } = await run(`customer,date,follow_up_on,completed\n${text}`);
    expect(report).toMatchObject({ applied: true, added: 4, promisedBefore: 2 });
    const kept = await database.sql`
      select count(*)::integer as count from conversations where follow_up_on = '2026-03-01'`;
    expect(kept[0]?.count).toBe(2);
  });

  it("a date and a moment on one day at one customer are counted and named", async () => {
    const { report } = await run(
      "customer,date\nAcme,2026-03-01\nACME,2026-03-01T09:00\nAcme,2026-03-02\nBeta,2026-03-02T10:00\nGamma,2026-03-02T00:00\nGamma,2026-03-02\n",
    );
    expect(report.mixedDays).toEqual({ count: 1, examples: [{ customer: "Acme", date: "2026-03-01" }] });
    expect(report.withoutReference).toBe(6);
  });

  it("a deal is left open by no conversation that was deleted", async () => {
    const file = "customer,date,stage\nAcme,2026-03-01,Demo given\n";
    await run(file);
    await database.sql`update conversations set deleted_at = now()`;
    expect((await run(file)).report.created.deals).toBe(1);
  });

  it("an archived customer and an archived stage are still known", async () => {
    await run("customer,date,stage\nAcme,2026-03-01,Demo given\n");
    await database.sql`update customers set archived_at = now()`;
    await database.sql`update stages set archived_at = now() where name = 'Demo given'`;
    const { report } = await run("customer,date,stage\nAcme,2026-03-02,Demo given\n");
    expect(report).toMatchObject({ applied: true, added: 1, created: { customers: 0, deals: 0 } });
  });
});

describe("a reference", () => {
  const rows = (note: string, ...more: string[]) =>
    ["customer,date,stage,amount,note,reference", `Acme,2026-03-01,Demo given,10,${note},R-1`, ...more].join(
      "\n",
    );

  it("twice in a file is an error on each later line, also when the first one is bad", async () => {
    const { problems } = await run(
      "customer,date,reference\nA,never,R-1\nA,2026-03-01,R-1\nB,2026-03-01,R-1\nC,2026-03-01,R-2\n",
      { skipBadRows: true },
    );
    expect(problems.slice(1)).toEqual([
      "3 reference: This reference is already in line 2.",
      "4 reference: This reference is already in line 2.",
    ]);
    expect(await count("conversations")).toBe(1);
  });

  it("that is there with the same content is skipped and counted", async () => {
    await run(full);
    const before = await count("conversations");
    const { report } = await run(full);
    expect(report).toMatchObject({ applied: true, added: 0, unchanged: 3, corrected: 0 });
    expect(await count("conversations")).toBe(before);
    expect(await count("conversation_versions")).toBe(before);
  });

  it("that is there with other content is refused by line, and corrected with --update, with its version", async () => {
    await run(rows("first"));
    const refused = await run(rows("second", "Beta,2026-03-01,,,,R-2"));
    expect(refused.problems).toEqual([
      "2 reference: This reference is already there with other content; --update would correct it.",
    ]);
    const updated = await run(rows("second", "Beta,2026-03-01,,,,R-2"), { update: true });
    expect(updated.report).toMatchObject({ applied: true, added: 1, corrected: 1 });
    expect((await listTalks())[0]).toMatchObject({ note: "second", version: 2 });
    const versions = await database.sql`
      select version, act, note from conversation_versions where conversation_id = (select min(id) from conversations)
      order by version`;
    expect(versions.map((row) => ({ ...row }))).toEqual([
      { version: 1, act: "imported", note: "first" },
      { version: 2, act: "corrected", note: "second" },
    ]);
    expect((await run(rows("second"), { update: true })).report).toMatchObject({
      unchanged: 1,
      corrected: 0,
    });
  });

  it("that is there on another deal, or ticked otherwise, has other content; left empty neither says anything", async () => {
    const file = (deal: string, completed: string) =>
      `customer,date,stage,deal,follow_up_on,completed,reference\nA,2026-03-01,Demo given,${deal},2026-03-05,${completed},R-1\n`;
    await run(file("Fleet", "yes"));
    for (const same of [file("FLEET", "yes"), file("", ""), file("", "x")])
      expect((await run(same)).report).toMatchObject({ applied: true, unchanged: 1 });
    for (const other of [file("Vans", "yes"), file("Fleet", "no")])
      expect((await run(other)).problems).toEqual([
        "2 reference: This reference is already there with other content; --update would correct it.",
      ]);
    await run(file("Vans", "no"), { update: true });
    expect((await listTalks())[0]).toMatchObject({ deal: "Vans", completed_at: null, version: 2 });
  });

  it("has a note with the line breaks of every file; one stored with others is the same, and stays", async () => {
    const file = (minutes: number, note = "a\r\nb\rc") =>
      `customer,date,note,duration_minutes,reference\nA,2026-03-01,"${note}",${minutes},R-1\n`;
    await run(file(5));
    expect((await listTalks())[0]?.note).toBe("a\nb\nc");
    await database.sql`update conversations set note = ${"a\r\nb\rc"}`;
    expect((await run(file(5))).report).toMatchObject({ applied: true, unchanged: 1 });
    expect((await run(file(6), { update: true })).report).toMatchObject({ corrected: 1 });
    expect((await listTalks())[0]).toMatchObject({ note: "a\r\nb\rc", duration_minutes: 6 });
    await run(file(6, "a\r\nb"), { update: true });
    expect((await listTalks())[0]?.note).toBe("a\nb");
  });

  it("of a deleted conversation is skipped with the same content and refused with other, even with --update", async () => {
    await run(rows("first"));
    await database.sql`update conversations set deleted_at = now()`;
    expect((await run(rows("first"))).report).toMatchObject({ applied: true, unchanged: 1, added: 0 });
    const { problems } = await run(rows("second"), { update: true });
    expect(problems).toEqual([
      "2 reference: This reference was imported before and has been deleted since; its content is different now.",
    ]);
  });

  it("updated without some columns keeps what they held", async () => {
    await run(full);
    const { report } = await run("reference,date,customer\nR-1,2026-03-04T08:00,Acme Tyres\n", {
      update: true,
    });
    expect(report.corrected).toBe(1);
    const [talk] = await listTalks();
    expect(talk).toMatchObject({
      held_by: "Anna",
      stage: "Demo given",
      amount: "1250.5000",
      contact: "Sipho",
      local_date: "2026-03-04",
      duration_minutes: 25,
    });
    const states = await database.sql`select outcome, from_on::text from deal_states order by from_on`;
    expect(states.map((row) => ({ ...row }))).toEqual([
      { outcome: "won", from_on: "2026-03-02" },
      { outcome: "open", from_on: "2026-03-04" },
    ]);
  });

  it("moved to another customer follows up on nothing of the one before", async () => {
    const file = (customer: string) =>
      `customer,date,reference\nA,2026-03-01,R-1\n${customer},2026-03-02,R-2\n`;
    await run(file("A"));
    await database.sql`
      update conversations set follows_up_id = (select id from conversations where reference = 'R-1')
      where reference = 'R-2'`;
    const followed = () => count("conversations where follows_up_id is not null");
    const inApril = (customer: string) => file(customer).replaceAll("2026-03-", "2026-04-");
    await run(inApril("A"), { update: true });
    expect(await followed()).toBe(1);
    await run(inApril("B"), { update: true });
    expect(await followed()).toBe(0);
  });

  it("moved to another customer is followed up on by nobody of the one before", async () => {
    const file = (customer: string, note = "") =>
      `customer,date,note,reference\n${customer},2026-03-01,,R-1\nX1,2026-03-02,${note},R-2\nX1,2026-03-03,,R-3\n`;
    await run(file("X1"));
    await database.sql`
      update conversations set follows_up_id = (select id from conversations where reference = 'R-1')
      where reference in ('R-2', 'R-3')`;
    const { report } = await run(file("Y1", "corrected too"), { update: true });
    expect(report).toMatchObject({ corrected: 2, unchanged: 1 });
    const saved = await database.sql`
      select reference, talks.version, talks.follows_up_id, act, saved.follows_up_id as said, saved_by_id
      from conversations as talks
      join conversation_versions as saved on conversation_id = talks.id and saved.version = talks.version
      order by reference`;
    const corrected = { version: 2, follows_up_id: null, act: "corrected", said: null };
    expect(saved.map((row) => ({ ...row }))).toEqual(
      ["R-1", "R-2", "R-3"].map((reference) => ({ ...corrected, reference, saved_by_id: String(memberId) })),
    );
  });

  it("is written customer by customer, one with more rows than are written at once too", async () => {
    await db.transaction(async (tx) => {
      await tx.execute(sql`create temporary table import_plan on commit drop as
        select unnest(array[4, 4, 4, 7, 9]) as customer_id`);
      const following = (customerId: number) => listPlannedCustomers(tx, customerId, 2);
      expect([await following(0), await following(4), await following(9)]).toEqual([[4], [7, 9], []]);
    });
  });

  it("updated as done stays done since when it was", async () => {
    const file = (note: string) =>
      `customer,date,follow_up_on,completed,note,reference\nA,2026-03-01,2026-03-05,yes,${note},R-1\n`;
    await run(file("first"));
    await database.sql`update conversations set completed_at = '2026-03-09T10:00Z'`;
    expect((await run(file("second"), { update: true })).report.corrected).toBe(1);
    const [talk] = await listTalks();
    expect(new Date(talk?.completed_at)).toEqual(new Date("2026-03-09T10:00:00Z"));
  });

  it("updated with another customer, stage or none moves, joins and leaves deals", async () => {
    await run(
      "customer,date,stage,amount,with_whom,reference\nA,2026-03-01,Demo given,5,Zed,R-1\nB,2026-03-02,Demo given,7,,R-2\n",
    );
    await run("customer,date,stage,reference\nB,2026-03-03,Won,R-1\n", { update: true });
    const moved = await listTalks();
    expect(moved[0]).toMatchObject({
      customer: "B",
      stage: "Won",
      contact: null,
      deal_id: moved[1]?.deal_id,
    });
    expect(await count("deal_states where customer_id = (select id from customers where name = 'A')")).toBe(
      0,
    );
    await run("customer,date,stage,reference\nB,2026-03-03,,R-1\n", { update: true });
    const left = await listTalks();
    expect(left[0]).toMatchObject({ stage: null, deal_id: null, amount: null });
    expect(left[1]?.deal_id).toBe(moved[1]?.deal_id);
    const states = await database.sql`select outcome from deal_states`;
    expect(states.map(({ outcome }) => outcome)).toEqual(["open"]);
  });
});

describe("a dry run", () => {
  it("reports the same and keeps nothing", async () => {
    const before = await countEverything();
    const { report: dry } = await run(full, { dryRun: true });
    expect(await countEverything()).toEqual(before);
    const { report: real } = await run(full);
    expect({ ...dry, applied: true, dryRun: false, importId: real.importId }).toEqual(real);
  });
});

describe("a transaction", () => {
  it("can hold one import after another", async () => {
    await db.transaction(async (tx) => {
      await importText(tx, "customers", "customer\nAcme\n", { memberId });
      await importText(tx, "conversations", full, { memberId });
      await importText(tx, "conversations", "customer\n", { memberId });
      await importText(tx, "conversations", full, { memberId, dryRun: true });
    });
    expect(await count("conversations")).toBe(3);
  });

  it("that fails while deals are derived and the next are written says why, not that it is aborted since", async () => {
    const rows = Array.from({ length: 2001 }, (_, index) => `Customer ${index},2026-03-01,Demo given`);
    await database.sql.unsafe(`
      create function fill_up() returns trigger language plpgsql as $$ begin
        if tg_table_name = 'deal_states' or (select count(*) from deals) > 2000 then
          raise exception 'No space left on device' using errcode = 'disk_full';
        end if;
        return null;
      end $$`);
    for (const table of ["deal_states", "conversations"]) {
      await database.sql.unsafe(
        `create trigger fill_up before insert on ${table} execute function fill_up()`,
      );
      const failing = run(["customer,date,stage", ...rows].join("\n"));
      await expect(failing, table).rejects.toMatchObject({ cause: { code: "53100" } });
      await database.sql.unsafe(`drop trigger fill_up on ${table}`);
    }
    expect(await count("customers")).toBe(0);
  });
});
