import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getConversation } from "@/db/queries/conversations";
import { listConversationsOfDeal } from "@/db/queries/deal-facts";
import { listFollowUps } from "@/db/queries/follow-ups";
import { findNotes } from "@/db/queries/search-notes";
import { getTeam, type Team } from "@/db/queries/team";
import { getTimelineRow, listTimeline, listVersions } from "@/db/queries/timeline";
import { contacts, members } from "@/db/schema";
import { teamFormats } from "@/lib/format/team-formats";
import { castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { importText } from "@/tests/support/import-text";
import { deleteConversation } from "./change-conversation";
import { choicesToCorrect } from "./choices-to-correct";
import { completeFollowUp } from "./complete-follow-up";
import { correctFromForm } from "./correct-from-form";
import { logFromForm } from "./log-from-form";
import { emptyLogValues, type LogValues, logValuesOf } from "./log-values";
import { saidInWords, versionsInWords } from "./said-in-words";
import { undoChange } from "./undo-change";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
let team: Team;
const now = new Date("2026-06-30T12:00:00Z");
const today = "2026-06-30";

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  const found = await getTeam(database.db);
  if (!found) throw new Error("The cast has a team.");
  team = found;
});
afterAll(() => database.drop());

async function logged(said: Partial<LogValues>) {
  const present = { member: cast.anna, team, today };
  const answer = await logFromForm(database.db, { ...emptyLogValues, ...said }, present, now);
  if (!answer.logged) throw new Error(JSON.stringify(answer));
  return answer.logged;
}

type Logged = Awaited<ReturnType<typeof logged>>;

async function correct(seen: Logged, changed: Partial<LogValues>, member = cast.anna) {
  const { withWhom = null } = (await listVersions(database.db, seen.id))[seen.version - 1] ?? {};
  const values = { ...logValuesOf({ ...seen, withWhom }, team), ...changed };
  const { id: conversationId, version } = seen;
  return correctFromForm(database.db, { conversationId, version, values }, { member, team, today }, now);
}

test("the form shows a conversation so that saving it unchanged keeps every fact, seconds included", async () => {
  const said = await logged({
    customer: "Aardvark Arms",
    stage: String(cast.stages["Demo given"]),
    amount: "12.50",
    contactName: "Nomsa",
    channelName: "Phone",
    followUp: "1-week",
    duration: "5",
    note: "two\nlines",
  });
  const { saved } = await correct(said, {});
  expect(saved).toEqual({ ...said, version: 2 });
});

test("a corrected stage, amount and day move; the deal stays unless another one is chosen", async () => {
  const said = await logged({ customer: "Baboon Bikes", stage: String(cast.stages["Demo given"]) });
  const { saved } = await correct(said, {
    stage: String(cast.stages.Won),
    amount: "900",
    date: "2026-06-20",
    time: "",
  });
  expect(saved).toMatchObject({
    amount: "900.0000",
    localDate: "2026-06-20",
    dateOnly: true,
    dealId: said.dealId,
  });
  const moved = await correct(saved as Logged, { deal: "named", dealName: "Fleet" });
  expect(moved.saved?.dealId).not.toBe(said.dealId);
});

test("a follow-up an import brought from before its conversation stands while neither is touched", async () => {
  const text =
    "customer,date,follow_up_on,note,reference\nCaracal Cars,2026-05-10,2026-05-08,as imported,C-1\n";
  await importText(database.db, "conversations", text, { memberId: cast.cara.id });
  const [row] = await database.sql`select id::integer from conversations where reference = 'C-1'`;
  const said = (await getConversation(database.db, row?.id)) as Logged;
  const { saved } = await correct(said, { note: "by hand" }, cast.cara);
  expect(saved).toMatchObject({ note: "by hand", followUpOn: "2026-05-08", version: 2 });
  const refused = { followUpOn: "The follow-up lies before the conversation. Choose a later day." };
  for (const changed of [{ followUpOn: "2026-05-09" }, { date: "2026-05-11" }])
    expect(await correct(saved as Logged, changed, cast.cara)).toMatchObject({ errors: refused });
});

test("a note that was imported with other line breaks is untouched by who leaves it as the form shows it", async () => {
  const note = "two\r\nlines\rand one";
  const said = await logged({ customer: "Bushbuck Bakery", note, stage: String(cast.stages["Demo given"]) });
  await database.sql`update conversations set note = ${note} where id = ${said.id}`;
  await database.sql`update conversation_versions set note = ${note} where conversation_id = ${said.id}`;
  const shown = { note: "two\nlines\nand one" };
  const { saved } = await correct({ ...said, note }, { ...shown, amount: "12" });
  expect(saved).toMatchObject({ note, amount: "12.0000" });
  await correct(saved as Logged, { note: "by the admin" }, cast.cara);
  const answer = await correct(saved as Logged, { ...shown, duration: "5" });
  if (answer.saved) throw new Error("This was to be told.");
  expect(answer.values).toMatchObject({ note: "by the admin", duration: "5" });
  expect(answer.more.meanwhile?.changes).toMatchObject([{ fact: "Note", isOverwritten: false }]);
});

test("what somebody else changed meanwhile is told and brought together, never overwritten unseen", async () => {
  const said = await logged({ customer: "Civet Cafe", note: "as logged", duration: "5" });
  await correct(said, { note: "by the admin", duration: "10" }, cast.cara);
  const answer = await correct(said, { note: "by Anna", followUp: "tomorrow" });
  if (answer.saved) throw new Error("This was to be told.");
  expect(answer.more.meanwhile).toMatchObject({
    by: "Cara",
    changes: [
      { fact: "Note", before: "as logged", after: "by the admin", isOverwritten: true },
      { fact: "Duration", before: "5 min", after: "10 min", isOverwritten: false },
    ],
  });
  expect(answer.values).toMatchObject({ note: "by Anna", duration: "10", followUpOn: "2026-07-01" });
  expect(await getConversation(database.db, said.id)).toMatchObject({ note: "by the admin", version: 2 });
  const values = answer.values as LogValues;
  const present = { member: cast.anna, team, today };
  const again = { conversationId: said.id, version: answer.version as number, values };
  const { saved } = await correctFromForm(database.db, again, present, now);
  expect(saved).toMatchObject({ version: 3, note: "by Anna", durationMinutes: 10, followUpOn: "2026-07-01" });
});

test("a correction sent again because only its answer was lost is saved; what differs is told as one's own", async () => {
  const stage = String(cast.stages["Demo given"]);
  const said = await logged({ customer: "Caracal Cars", note: "as logged", stage, contactName: "Nomsa" });
  const corrected = {
    ...{ note: " by Anna\n", amount: "900.5", duration: "05", followUp: "tomorrow", deal: "named" },
    ...{ dealName: "Fleet", date: "2026-06-20", time: "09:15", contactName: "Nomsa Dube" },
  };
  const first = await correct(said, corrected);
  expect(first.saved).toMatchObject({ version: 2 });
  expect((await correct(said, corrected)).saved).toEqual(first.saved);
  expect(await listVersions(database.db, said.id)).toHaveLength(2);

  for (const other of [{ note: "another" }, { dealName: "Vans" }, { amount: "901" }]) {
    const answer = await correct(said, { ...corrected, ...other });
    expect(answer.saved ? null : answer.more.meanwhile).toMatchObject({ by: "Anna", isOwn: true });
  }
  const byCara = await correct(said, corrected, cast.cara);
  expect(byCara.saved ? null : byCara.more.meanwhile).toMatchObject({ by: "Anna", isOwn: false });
  await deleteConversation(database.db, { conversationId: said.id, version: 2, actor: cast.anna, now });
  await expect(correct(said, corrected)).rejects.toThrow("You have deleted this conversation meanwhile.");
});

test("of fifty who correct the same version at once one is saved, the others are told by whom", async () => {
  const said = await logged({ customer: "Duiker Doors", stage: String(cast.stages["Demo given"]) });
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => correct(said, { note: `attempt ${index}` })),
  );
  const told = answers.flatMap((answer) => (answer.saved ? [] : [answer.more.meanwhile?.by]));
  expect(told).toEqual(Array.from({ length: 49 }, () => "Anna"));
  expect(await listVersions(database.db, said.id)).toHaveLength(2);
});

test("one that was deleted meanwhile says so; who may not is refused", async () => {
  const said = await logged({ customer: "Egret Eggs" });
  await expect(correct(said, { note: "mine" }, cast.ben)).rejects.toThrow("Only who held");
  await deleteConversation(database.db, { conversationId: said.id, version: 1, actor: cast.cara, now });
  await expect(correct(said, { note: "mine" })).rejects.toThrow("Cara has deleted");
});

test("a stage that closes, given to a conversation without one, asks which sale it was", async () => {
  await logged({ customer: "Falcon Farms", stage: String(cast.stages.Won), date: "2026-06-01" });
  const plain = await logged({ customer: "Falcon Farms" });
  const answer = await correct(plain, { stage: String(cast.stages.Cancelled) });
  expect(answer.saved ? null : answer.errors.deal).toMatch(/new sale/);
  const { saved } = await correct(plain, { stage: String(cast.stages.Cancelled), deal: "new" });
  expect(saved?.dealId).not.toBeNull();
  const again = await correct(saved as Logged, { note: "They withdrew" });
  expect(again.saved, "its deal was decided once, and is not asked for again").toMatchObject({
    note: "They withdrew",
    dealId: saved?.dealId,
  });
});

test("a follow-up is ticked and unticked by its holder, recorder or an admin; ticked twice it is ticked once", async () => {
  const said = await logged({ customer: "Genet Gates", followUp: "tomorrow" });
  const tick = (isDone: boolean, version: number, actor = cast.anna) =>
    completeFollowUp(database.db, { conversationId: said.id, version, actor, now, isDone });
  await expect(tick(true, 1, cast.ben)).rejects.toThrow("Only who held");
  expect(await tick(true, 1)).toMatchObject({ completedAt: now, version: 2 });
  expect(await tick(true, 1)).toMatchObject({ version: 2 });
  expect(await tick(false, 2, cast.cara)).toMatchObject({ completedAt: null, version: 3 });
  const takenBack = await correct(await tick(true, 3), { followUp: "", followUpOn: "" });
  expect(takenBack.saved, "a promise made later is not done").toMatchObject({
    completedAt: null,
    version: 5,
  });
  const gone = await logged({ customer: "Genet Gates", followUp: "tomorrow" });
  const change = { conversationId: gone.id, actor: cast.anna, now };
  await deleteConversation(database.db, { ...change, version: 1 });
  await expect(completeFollowUp(database.db, { ...change, version: 2, isDone: true })).rejects.toThrow(
    "is deleted. Undo that first",
  );
  const none = await logged({ customer: "Genet Gates" });
  await expect(
    completeFollowUp(database.db, {
      conversationId: none.id,
      version: 1,
      actor: cast.anna,
      now,
      isDone: true,
    }),
  ).rejects.toThrow("No follow-up was promised");
});

test("a follow-up that is done and promised anew for a later day waits again; a day put right leaves it done", async () => {
  const said = await logged({ customer: "Genet Gates", followUp: "date", followUpOn: "2026-07-05" });
  const { id: conversationId } = said;
  const who = { conversationId, actor: cast.anna, now };
  const ticked = await completeFollowUp(database.db, { ...who, version: 1, isDone: true });
  const { saved: righted } = await correct(ticked, { followUp: "date", followUpOn: "2026-07-04" });
  expect(righted).toMatchObject({ followUpOn: "2026-07-04", completedAt: now });
  if (!righted) throw new Error("A correction is saved.");
  const { saved: anew } = await correct(righted, { followUp: "date", followUpOn: "2026-07-10" });
  expect(anew).toMatchObject({ followUpOn: "2026-07-10", completedAt: null });
  const undone = await undoChange(database.db, { ...who, version: 4 });
  expect(undone).toMatchObject({ followUpOn: "2026-07-04", completedAt: now });
});

test("a conversation that follows up on another marks it followed up, as long as it is there", async () => {
  const first = await logged({ customer: "Heron Homes", followUp: "tomorrow" });
  const next = await logged({ customer: "Heron Homes", followsUp: String(first.id) });
  const followedUpBy = async () => {
    const rows = await listTimeline(database.db, { customerId: first.customerId, after: null, limit: 10 });
    return rows.find(({ id }) => id === first.id)?.followedUpById;
  };
  expect(next.followsUpId).toBe(first.id);
  expect(await followedUpBy()).toBe(next.id);
  await deleteConversation(database.db, { conversationId: next.id, version: 1, actor: cast.anna, now });
  expect(await followedUpBy()).toBeNull();
});

test("what was corrected is marked wherever it is listed; a tick or a correction put back is not", async () => {
  const { db } = database;
  const stage = String(cast.stages["Demo given"]);
  const talk = { customer: "Impala Irons", stage, note: "Quoted sixteen flanges", followUp: "tomorrow" };
  const said = await logged(talk);
  const { id, customerId, dealId } = said;
  const marks = async () => {
    const lists = await Promise.all([
      listTimeline(db, { customerId, after: null, limit: 10 }),
      listFollowUps(db, { today, due: "any", whose: null, limit: 10, customerId }),
      listConversationsOfDeal(db, dealId ?? 0),
      findNotes(db, { search: "flanges", limit: 10 }),
    ]);
    return lists.map(([row]) => row?.isCorrected);
  };
  const tick = (isDone: boolean, version: number) =>
    completeFollowUp(db, { conversationId: id, version, actor: cast.anna, now, isDone });
  await tick(true, 1);
  const ticked = await tick(false, 2);
  expect(await marks()).toEqual([false, false, false, false]);
  const { saved: corrected } = await correct(ticked, { note: "Quoted sixty flanges" });
  expect(await marks()).toEqual([true, true, true, true]);
  if (!corrected) throw new Error("A correction is saved.");
  await correct(corrected, { note: talk.note });
  expect(await marks()).toEqual([false, false, false, false]);
});

test("a version calls a deal without a name as every page does: by its first day", async () => {
  const said = await logged({ customer: "Warthog Works", stage: String(cast.stages["Demo given"]) });
  const [version] = await listVersions(database.db, said.id);
  const words = version && saidInWords(version, teamFormats(team), team.timeZone);
  expect(words?.Deal).toBe("Deal of 30 Jun 2026");
});

test("two deals without a name that began on one day are told apart in the history of versions", async () => {
  const demo = { customer: "Wombat Works", stage: String(cast.stages["Demo given"]) };
  const said = await logged({ ...demo, deal: "new" });
  const other = await logged({ ...demo, deal: "new" });
  const { saved } = await correct(said, { deal: String(other.dealId) });
  if (!saved) throw new Error("A correction is saved.");
  await correct(saved, { deal: String(said.dealId) });
  const versions = await listVersions(database.db, said.id);
  const deals = versionsInWords(versions, teamFormats(team), team.timeZone).map(({ said }) => said.Deal);
  expect(deals).toEqual(["Deal of 30 Jun 2026", "Deal of 30 Jun 2026 (2)", "Deal of 30 Jun 2026"]);
});

test("what two said in the same words nobody is told to have overwritten; a holder who left the team stays", async () => {
  const said = await logged({ customer: "Impala Inks", duration: "5", heldBy: String(cast.ben.id) });
  await correct(said, { duration: "10" }, cast.cara);
  const answer = await correct(said, { duration: "10", note: "Rang back" });
  if (answer.saved) throw new Error("This was to be told.");
  expect(answer.more.meanwhile?.changes).toMatchObject([{ fact: "Duration", isOverwritten: false }]);

  const { db } = database;
  await db.update(members).set({ removedAt: now }).where(eq(members.id, cast.ben.id));
  const row = await getTimelineRow(db, said.id);
  if (!row) throw new Error("It was logged.");
  expect((await choicesToCorrect(db, row)).holders).toContainEqual({ id: cast.ben.id, name: "Ben" });
  const current = (await getConversation(db, said.id)) as Logged;
  const { saved } = await correct(current, { note: "Rang back" });
  expect(saved).toMatchObject({ heldById: cast.ben.id, note: "Rang back" });
  const annas = await logged({ customer: "Impala Inks" });
  await expect(correct(annas, { heldBy: String(cast.ben.id) })).rejects.toThrow("no longer on the team");
  await db.update(members).set({ removedAt: null }).where(eq(members.id, cast.ben.id));
});

test("a contact that is renamed while the form is open is still the one that was meant", async () => {
  const { db } = database;
  const first = await logged({ customer: "Jackal Joinery", contactName: "Nomsa" });
  const { withWhom = null } = (await listVersions(db, first.id)).at(-1) ?? {};
  const shown = logValuesOf({ ...first, withWhom }, team);
  const save = (version: number, said: Partial<LogValues>, member = cast.anna) =>
    correctFromForm(
      db,
      { conversationId: first.id, version, values: { ...shown, ...said } },
      { member, team, today },
      now,
    );
  const renamed = { name: "Nomsa Dube", nameKey: "nomsa dube" };
  await db.update(contacts).set(renamed).where(eq(contacts.customerId, first.customerId));
  const { saved } = await save(1, { note: "She calls back" });
  expect(saved?.contactId).toBe(first.contactId);
  const meanwhile = await save(1, { note: "She wrote" }, cast.cara);
  expect(meanwhile.saved ? null : meanwhile.values).toMatchObject({
    contactName: "Nomsa Dube",
    shownContact: "Nomsa Dube",
    note: "She wrote",
  });
  const { saved: another } = await save(2, { contactName: "Busi" });
  expect(another?.contactId).not.toBe(first.contactId);
  expect(await db.$count(contacts, eq(contacts.customerId, first.customerId))).toBe(2);
});
