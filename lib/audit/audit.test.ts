import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AuditRow, listAuditChoices, listAuditEntries } from "@/db/queries/audit-entries";
import { type AuditAct, insertAuditEntry } from "@/db/queries/audit-log";
import { listLabels } from "@/db/queries/labels";
import { getProfile } from "@/db/queries/profiles";
import { getTeam, type Team } from "@/db/queries/team";
import { auditLog, channels, quarantinedEntries, stages } from "@/db/schema";
import { addCustomer, editCustomer } from "@/lib/customers/change-customer";
import { mergeCustomers } from "@/lib/customers/merge-customers";
import { undoMerge } from "@/lib/customers/undo-merge";
import { changeDeal, type DealAct, undoDealAct } from "@/lib/deals/deal-acts";
import { addLabel } from "@/lib/labels/edit-label";
import { mergeLabel } from "@/lib/labels/merge-label";
import { logConversation } from "@/lib/log/log-conversation";
import { discardQuarantined } from "@/lib/log/quarantine";
import { acceptInvitation } from "@/lib/members/accept-invitation";
import { changeProfile } from "@/lib/members/change-profile";
import { inviteMember } from "@/lib/members/invite-member";
import { erasePerson } from "@/lib/privacy/erase-person";
import { addStage } from "@/lib/stages/add-stage";
import { changeStageOutcome } from "@/lib/stages/change-stage-outcome";
import { mergeStage } from "@/lib/stages/merge-stage";
import { castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { actAsChoice, actInWords } from "./audit-acts";
import { auditChanges } from "./audit-changes";
import { writeAuditCsv } from "./audit-csv";
import { type AuditParams, readAuditFilter } from "./audit-params";
import { auditSentence } from "./audit-sentence";
import { readAuditWords } from "./audit-words";

let database: TestDatabase;
let team: Team;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-06-30T12:00:00Z");
const anything: AuditParams = { by: "", act: "", subject: "", from: "", to: "" };

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  const found = await getTeam(database.db);
  if (!found) throw new Error("The cast has a team.");
  team = found;
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

async function told(rows: AuditRow[]) {
  const words = await readAuditWords(database.db, rows, team);
  return rows.map((row) => ({ sentence: auditSentence(row, words), changes: auditChanges(row, words) }));
}

test("an entry reads as a sentence, with what was before and after", async () => {
  const sentences = (await told(await asked({}))).map(({ sentence }) => sentence);
  expect(sentences.toReversed()).toEqual([
    "Anna added the customer “=Lynx”.",
    "Anna edited the customer “=Lynx”.",
    "Cara changed the outcome of the stage “Demo given”.",
    "The operator reset the password of “Ben”.",
    "The operator made the token “Sheet”.",
    "The operator made the token “Sheet”.",
  ]);
  const [edited] = await told(await asked({ act: "edit customer" }));
  expect(edited?.changes).toEqual([
    { what: "name", before: "=Lynx", after: "Lynx Leasing" },
    { what: "opened on", before: "nothing", after: "01 May 2026" },
  ]);
  const [outcome] = await told(await asked({ subject: "stages" }));
  expect(outcome?.changes).toEqual([{ what: "Demo given: outcome", before: "open", after: "won" }]);
  const order = { act: "order channel", subject: "channel", subjectId: null };
  const words = await readAuditWords(database.db, [], team);
  expect(auditChanges({ ...order, before: ["Phone", "Visit"], after: ["Visit", "Phone"] }, words)).toEqual([
    { what: "it", before: "Phone, Visit", after: "Visit, Phone" },
  ]);
  const own = { by: "Cara", calledNow: "Cara", subject: "member", subjectId: "1", before: null, after: null };
  expect(["link account", "unlink account"].map((act) => auditSentence({ ...own, act }, words))).toEqual([
    "Cara linked their account at the issuer.",
    "Cara unlinked their account at the issuer.",
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
  await database.db.execute(
    sql`insert into audit_log (act, subject) select 'fill', 'page' from generate_series(1, 1000)`,
  );
  await database.db.insert(auditLog).values({ act: "=1+1", subject: "@sum" });
  await writeAuditCsv(
    database.db,
    { filter: readAuditFilter(anything, cast.timeZone).filter, team },
    async (part) => {
      text += part;
    },
  );
  await database.db.delete(auditLog).where(eq(auditLog.act, "fill"));
  const written = text.trim().split("\r\n");
  expect(new Set(written).size).toBe(1008);
  const lines = written.filter((line) => !line.includes(",fill,"));
  expect(lines).toHaveLength(8);
  expect(lines[0]).toContain("number,at,by,act,subject,subject_id,sentence,before,after");
  expect(lines[1]).toContain(",'=1+1,'@sum,");
  expect(lines.some((line) => line.includes('""name"":""Lynx Leasing""'))).toBe(true);
});

/** What the log says of what `act` did, the first entry first, as the page shows it. */
async function toldOf(act: () => Promise<unknown>) {
  const { filter } = readAuditFilter(anything, cast.timeZone);
  const entries = () =>
    listAuditEntries(database.db, { ...filter, isOnceAMerge: true }, { beforeId: null, limit: 100 });
  const [last] = await entries();
  await act();
  return told((await entries()).filter(({ id }) => id > (last?.id ?? 0)).toReversed());
}

const byCara = () => ({ actor: cast.cara, now });

test("a merge of customers and its undo are one sentence each, of which went into which", async () => {
  const { db } = database;
  const fromId = await addCustomer(db, { ...byCara(), name: "Mamba Ltd", openedOn: "2026-03-01" });
  const intoId = await addCustomer(db, { ...byCara(), name: "Mamba Motors", openedOn: null });
  let mergeId = 0;
  const merged = await toldOf(async () => {
    mergeId = await mergeCustomers(db, { ...byCara(), fromId, intoId });
  });
  expect(merged).toEqual([
    {
      sentence: "Cara merged the customer “Mamba Ltd” into “Mamba Motors”.",
      changes: [{ what: "archived at", before: "nothing", after: "30 Jun 2026, 14:00" }],
    },
  ]);
  const undone = await toldOf(() => undoMerge(db, { ...byCara(), mergeId }));
  expect(undone.map(({ sentence }) => sentence)).toEqual([
    "Cara undid the merge of the customer “Mamba Ltd” into “Mamba Motors”.",
  ]);
});

test("one's own defaults are told by the names of what a conversation then starts with", async () => {
  const { db } = database;
  const [channel] = await db.insert(channels).values({ name: "Phone", nameKey: "phone" }).returning();
  const profile = await getProfile(db, cast.ben.id);
  if (!profile || !channel) throw new Error("Ben is of the team, and there is a channel.");
  const { email, passwordHash, ...values } = profile;
  const given = { ...values, memberId: cast.ben.id, defaultChannelId: channel.id };
  expect(await toldOf(() => changeProfile(db, given))).toEqual([
    {
      sentence: "Ben changed the defaults of “Ben”.",
      changes: [{ what: "default channel", before: "nothing", after: "Phone" }],
    },
  ]);
});

test("an act on deals names the deal, its customer and the members; an id is looked up when it is shown", async () => {
  const { db } = database;
  const customerId = await addCustomer(db, { ...byCara(), name: "Nyala Nuts", openedOn: null });
  const log = async (on: string, deal: "new" | { name: string }) => {
    const entry = talk({ customerId, on, deal, heldById: cast.anna.id, stageId: cast.stages["Demo given"] });
    return (await logConversation(db, entry, { ...byCara(), timeZone: cast.timeZone })).dealId ?? 0;
  };
  const dealId = await log("2026-05-01", "new");
  const intoId = await log("2026-05-02", { name: "Fleet" });
  const change = (asked: DealAct) => () => changeDeal(db, { ...byCara(), today: "2026-06-30" }, asked);
  expect(
    await toldOf(change({ act: "reassign", dealId, memberId: cast.ben.id, fromOn: "2026-06-10" })),
  ).toEqual([
    {
      sentence: "Cara reassigned the deal of 01 May 2026 with “Nyala Nuts”.",
      changes: [{ what: "owner", before: "Anna", after: "Ben from 10 Jun 2026" }],
    },
  ]);
  expect(await toldOf(change({ act: "join", dealId, intoId }))).toMatchObject([
    {
      sentence: "Cara joined a deal to the deal “Fleet” with “Nyala Nuts”.",
      changes: [
        { what: "Deal, owner", before: "Ben from 10 Jun 2026", after: null },
        { what: "Deal, conversations", before: null, after: "1 fewer" },
        { what: "Deal “Fleet”, conversations", before: null, after: "1 more" },
      ],
    },
  ]);
  const [entry] = await asked({ act: "join deals" });
  const undone = await toldOf(() => undoDealAct(db, { ...byCara(), today: "2026-06-30" }, entry?.id ?? 0));
  expect(undone.map(({ sentence }) => sentence)).toEqual([
    "Cara took back the joining of the deal of 01 May 2026 with “Nyala Nuts”.",
  ]);
  const [undo] = await asked({ act: "undo deal change" });
  const redone = await toldOf(() => undoDealAct(db, { ...byCara(), today: "2026-06-30" }, undo?.id ?? 0));
  expect(redone[0]?.sentence).toMatch(/^Cara redid the joining of /);
  await erasePerson(db, { ...byCara(), kind: "customer", id: customerId, typed: "Nyala Nuts" });
  const [joined] = await told(await asked({ act: "join deals" }));
  expect(joined?.sentence).toContain(`with “Erased customer ${customerId}”`);
});

test("what a shared link was made of, whose entry was discarded and who accepted is plain to read", async () => {
  const { db } = database;
  const filter = { day: null, from: null, salespersonId: cast.ben.id, stageId: cast.stages.Won, search: "" };
  const [link] = await toldOf(() =>
    insertAuditEntry(db, {
      ...{ memberId: cast.cara.id, act: "make share link", subject: "share link", subjectId: "1" },
      after: { title: "2026-05-01", filter, expiresAt: "2026-12-06T22:23:25.011Z", hasPassphrase: false },
    }),
  );
  expect(link).toEqual({
    sentence: "Cara made the share link “2026-05-01”.",
    changes: [
      { what: "title", before: null, after: "2026-05-01" },
      { what: "filter", before: null, after: "stage Won, salesperson Ben" },
      { what: "expires at", before: null, after: "07 Dec 2026, 00:23" },
      { what: "has passphrase", before: null, after: "no" },
    ],
  });
  const [entry] = await db
    .insert(quarantinedEntries)
    .values({ memberId: cast.ben.id, deviceId: crypto.randomUUID(), entry: {} })
    .returning({ id: quarantinedEntries.id });
  const discard = { entryId: entry?.id ?? 0, ...byCara() };
  expect(await toldOf(() => discardQuarantined(db, discard))).toEqual([
    { sentence: "Cara discarded an entry of the removed member “Ben”.", changes: [] },
  ]);
  const invitee = { name: "Dineo" };
  const { token } = await inviteMember(db, { ...byCara(), invitee, role: "viewer" });
  const acceptance = {
    by: "password",
    email: "dineo@tyres.example",
    password: "long roads and tyres",
  } as const;
  const [accepted] = await toldOf(() => acceptInvitation(db, { token, acceptance, now }));
  expect(accepted?.sentence).toBe("Dineo accepted the invitation.");
  expect(accepted?.changes.map(({ what }) => what)).toEqual(["by", "role", "e-mail"]);
});

test("of stages an entry names the one it is about, and the one it was merged into", async () => {
  const { db } = database;
  const byCara = { actor: cast.cara, now: new Date("2026-07-02T12:00:00Z") };
  const content = { name: "Trial running", color: null, guide: "", quietAfterDays: null };
  await addStage(db, { ...byCara, content, outcome: "open" });
  const stageId = cast.stages.Cancelled;
  const [cancelled] = await db.select().from(stages).where(eq(stages.id, stageId));
  const merge = { stageId, version: cancelled?.version ?? 0, intoId: cast.stages.Lost };
  await mergeStage(db, { ...byCara, ...merge });
  const [merged, added] = await told(await asked({ subject: "stages", from: "2026-07-02" }));
  expect(added?.sentence).toBe("Cara added the stage “Trial running”.");
  expect(merged?.sentence).toBe("Cara merged the stage “Cancelled” into “Lost”.");
});

test("a merge of channels or topics names the one that went and the one it went into, also in entries of earlier", async () => {
  const { db } = database;
  const who = { ...byCara(), kind: "topic" as const };
  for (const name of ["Prices", "Pricing"]) await addLabel(db, { ...who, name });
  const [from, into] = await listLabels(db, "topic");
  const merge = {
    ...who,
    ...{ labelId: from?.id ?? 0, version: from?.version ?? 0 },
    ...{ intoId: into?.id ?? 0, intoVersion: into?.version ?? 0 },
  };
  const told = {
    sentence: `Cara merged the topic “${from?.name}” into “${into?.name}”.`,
    changes: [{ what: "conversations moved", before: null, after: "0" }],
  };
  expect(await toldOf(() => mergeLabel(db, merge))).toEqual([told]);
  const earlier = {
    memberId: cast.cara.id,
    act: "merge topic" as const,
    subject: "topic",
    subjectId: String(from?.id),
  };
  const after = { name: into?.name, conversationsMoved: 0 };
  expect(
    await toldOf(() => insertAuditEntry(db, { ...earlier, before: { name: from?.name }, after })),
  ).toEqual([told]);
});

test("what is kept as a code is told in the words of its form; another place is told only of an act about the order", async () => {
  const { db } = database;
  const kept = (act: AuditAct, subject: string, before: unknown, after: unknown) =>
    toldOf(() =>
      insertAuditEntry(db, { memberId: cast.cara.id, act, subject, subjectId: "1", before, after }),
    );
  const [settings] = await kept(
    ...(["change team", "team"] as const),
    { firstDayOfWeek: 1, locale: "en-ZA" },
    { firstDayOfWeek: 6, locale: "de-DE" },
  );
  expect(settings?.changes).toEqual([
    { what: "numbers, money and dates", before: "English (South Africa)", after: "German (Germany)" },
    { what: "first day of the week", before: "Monday", after: "Saturday" },
  ]);
  const end = (expiresAt: string | null) => ({ title: "Board", expiresAt });
  const [extended] = await kept(
    ...(["extend share link", "share link"] as const),
    end("2027-06-30T22:00:00.000Z"),
    end("2026-12-30T22:00:00.000Z"),
  );
  expect(extended).toEqual({
    sentence: "Cara changed the last day of the share link “Board”.",
    changes: [{ what: "last day", before: "30 Jun 2027", after: "30 Dec 2026" }],
  });
  expect(actAsChoice("extend share link")).toBe("Change last day of share link");
  expect(actAsChoice("change role")).toBe("Change role");
  const namesake = { name: "Ben", otherThan: [cast.ben.id] };
  const [invited] = await kept("invite member", "invitation", null, namesake);
  expect(invited?.changes).toContainEqual({ what: "other than", before: null, after: "Ben" });
  const [made] = await kept("make share link", "share link", null, { parts: ["funnel", "time-in-stage"] });
  expect(made?.changes).toEqual([{ what: "parts", before: null, after: "Funnel; Time in stage" }]);
  const [erased] = await kept("erase contact", "contact", null, { notes: 0, texts: 2 });
  expect(erased?.changes.map(({ what }) => what)).toEqual([
    "notes blanked",
    "texts the name was taken out of",
  ]);
  const row = (id: number, name: string, position: number, color: string) => ({ id, name, position, color });
  const [demo, offer] = [row(1, "Demo", 1, "#64748b"), row(2, "Offer", 2, "#64748b")];
  const [dropped] = await kept("drop stage", "stages", [offer, demo], [row(2, "Offer", 1, "#64748b")]);
  expect(dropped?.changes).toEqual([
    { what: "Demo: name", before: "Demo", after: null },
    { what: "Demo: colour", before: "Grey", after: null },
  ]);
  const [ordered] = await kept("order stages", "stages", [offer], [row(2, "Offer", 1, "#0d9488")]);
  expect(ordered?.changes).toEqual([
    { what: "Offer: colour", before: "Grey", after: "Teal" },
    { what: "Offer: position", before: "2", after: "1" },
  ]);
});
