import { afterAll, beforeAll, expect, test } from "vitest";
import { listAuditChoices, listAuditEntries } from "@/db/queries/audit-entries";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { auditLog } from "@/db/schema";
import { addCustomer, editCustomer } from "@/lib/customers/change-customer";
import { changeStageOutcome } from "@/lib/stages/change-stage-outcome";
import { castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { actInWords } from "./audit-acts";
import { auditChanges } from "./audit-changes";
import { writeAuditCsv } from "./audit-csv";
import { type AuditParams, readAuditFilter } from "./audit-params";
import { auditSentence } from "./audit-sentence";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-06-30T12:00:00Z");
const anything: AuditParams = { by: "", act: "", subject: "", from: "", to: "" };

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  const { db } = database;
  const who = { actor: cast.anna, now };
  const customerId = await addCustomer(db, { ...who, name: "=Lynx", openedOn: null });
  await editCustomer(db, { ...who, customerId, version: 1, name: "Lynx Leasing", openedOn: "2026-05-01" });
  const stageId = cast.stages["Demo given"];
  await changeStageOutcome(db, { actor: cast.cara, now, stageId, version: 1, outcome: "won" });
  await insertAuditEntry(db, {
    memberId: null,
    act: "reset password",
    subject: "member",
    subjectId: String(cast.ben.id),
  });
  // Logged at 23:30 and 00:30 in Johannesburg, both 31 January in UTC.
  for (const at of ["2026-01-31T21:30:00Z", "2026-01-31T22:30:00Z"])
    await db
      .insert(auditLog)
      .values({ at: new Date(at), act: "make token", subject: "token", after: { name: "Sheet" } });
});
afterAll(() => database.drop());

const asked = (params: Partial<AuditParams>) =>
  listAuditEntries(database.db, readAuditFilter({ ...anything, ...params }, cast.timeZone).filter, {
    beforeId: null,
    limit: 100,
  });

test("an entry reads as a sentence, with what was before and after", async () => {
  const sentences = (await asked({})).map(auditSentence);
  expect(sentences.toReversed()).toEqual([
    "Anna added the customer “=Lynx”.",
    "Anna edited the customer “=Lynx”.",
    "Cara changed the outcome of the stage “Demo given”.",
    "The operator reset the password of “Ben”.",
    "The operator made the token “Sheet”.",
    "The operator made the token “Sheet”.",
  ]);
  const [edited] = await asked({ act: "edit customer" });
  expect(auditChanges(edited?.before, edited?.after)).toEqual([
    { what: "name", before: "=Lynx", after: "Lynx Leasing" },
    { what: "opened on", before: "nothing", after: "2026-05-01" },
  ]);
  const [outcome] = await asked({ subject: "stages" });
  expect(auditChanges(outcome?.before, outcome?.after)).toEqual([
    { what: "Demo given: outcome", before: "open", after: "won" },
  ]);
  expect(auditChanges(["Phone", "Visit"], ["Visit", "Phone"])).toEqual([
    { what: "it", before: "Phone, Visit", after: "Visit, Phone" },
  ]);
  expect(["archive stage", "drop stage", "import customers", "copy share link"].map(actInWords)).toEqual([
    "archived the stage",
    "dropped the stage",
    "imported customers",
    "copied the share link",
  ]);
});

test("it is filtered by person, act, subject and whole days of the team, and read page by page", async () => {
  expect(await asked({ by: String(cast.anna.id) })).toHaveLength(2);
  expect(await asked({ by: "operator" })).toHaveLength(3);
  expect(await asked({ from: "2026-01-31", to: "2026-01-31" })).toHaveLength(1);
  expect(await asked({ from: "2026-02-01", to: "2026-02-01" })).toHaveLength(1);
  expect(readAuditFilter({ ...anything, from: "2026-02-30" }, cast.timeZone).problems).toHaveLength(1);
  const all = await asked({});
  const { filter } = readAuditFilter(anything, cast.timeZone);
  const pages = [];
  for (let beforeId: number | null = null; ; ) {
    const page = await listAuditEntries(database.db, filter, { beforeId, limit: 2 });
    pages.push(...page);
    beforeId = page.at(-1)?.id ?? null;
    if (beforeId === null) break;
  }
  expect(pages).toEqual(all);
  expect(await listAuditChoices(database.db)).toMatchObject({
    subjects: ["customer", "member", "stages", "token"],
    people: [{ name: "Anna" }, { name: "Cara" }],
  });
});

test("its export holds every entry, and nothing that a spreadsheet would calculate", async () => {
  let text = "";
  await database.db.insert(auditLog).values({ act: "=1+1", subject: "@sum" });
  await writeAuditCsv(database.db, readAuditFilter(anything, cast.timeZone).filter, async (part) => {
    text += part;
  });
  const lines = text.trim().split("\r\n");
  expect(lines).toHaveLength(8);
  expect(lines[0]).toContain("number,at,by,act,subject,subject_id,sentence,before,after");
  expect(lines[1]).toContain(",'=1+1,'@sum,");
  expect(lines.some((line) => line.includes('""name"":""Lynx Leasing""'))).toBe(true);
});
