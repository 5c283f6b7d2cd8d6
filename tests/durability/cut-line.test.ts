import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { eq, or } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { getConversation } from "@/db/queries/conversations";
import { listQuarantined } from "@/db/queries/quarantine";
import { getTeam, type Team } from "@/db/queries/team";
import * as schema from "@/db/schema";
import { conversations, conversationVersions, deals } from "@/db/schema";
import { importFile } from "@/lib/import/import-file";
import { type Change, deleteConversation } from "@/lib/log/change-conversation";
import { completeFollowUp } from "@/lib/log/complete-follow-up";
import { correctFromForm } from "@/lib/log/correct-from-form";
import { logConversation } from "@/lib/log/log-conversation";
import { logFromForm } from "@/lib/log/log-from-form";
import { emptyLogValues, type LogValues } from "@/lib/log/log-values";
import { logQuarantined, quarantineEntries } from "@/lib/log/quarantine";
import { receiveEntries } from "@/lib/log/receive-entries";
import { RuleError } from "@/lib/rule-error";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { type CuttingRelay, startCuttingRelay } from "./cutting-relay";

const now = new Date("2026-06-30T12:00:00Z");

let database: TestDatabase;
let relay: CuttingRelay;
let sql: Sql;
let distant: Database;
let cast: Awaited<ReturnType<typeof castTeam>>;
let customerId: number;
let team: Team;

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  const found = await getTeam(database.db);
  if (!found) throw new Error("The cast has a team.");
  team = found;
  customerId = await addCustomer(database.db, "Springbok");
  const { PGHOST, PGPORT, PGUSER, PGDATABASE } = database.env;
  relay = await startCuttingRelay({ host: PGHOST, port: Number(PGPORT) });
  sql = postgres({
    host: relay.host,
    port: Number(PGPORT),
    user: PGUSER,
    database: PGDATABASE,
    max: 1,
    prepare: false,
    onnotice: () => {},
  });
  distant = drizzle(sql, { schema, casing: "snake_case" });
});

afterAll(async () => {
  await sql.end({ timeout: 1 });
  await relay.close();
  await database.drop();
});

function log(id: string) {
  const entry = talk({
    customerId,
    heldById: cast.anna.id,
    on: "2026-06-29T09:00",
    stageId: cast.stages["Contact made"],
    deal: "new",
    deviceId: id,
  });
  return logConversation(distant, entry, { actor: cast.anna, timeZone: cast.timeZone, now });
}

async function counts() {
  const { db } = database;
  return [await db.$count(conversations), await db.$count(conversationVersions), await db.$count(deals)];
}

const values = (given: Partial<LogValues>): LogValues => ({
  ...emptyLogValues,
  customer: "Springbok",
  stage: String(cast.stages["Contact made"]),
  deal: "new",
  ...given,
});

const present = () => ({ member: cast.anna, team, today: "2026-06-30" });

function entry(id: string) {
  return { deviceId: id, recordedAt: now, heardAt: null, values: values({}) };
}

async function quarantined(id: string) {
  await quarantineEntries(database.db, [entry(id)], { memberId: cast.ben.id, team, sentAt: now, now });
  const found = (await listQuarantined(database.db, 1000)).find((one) => one.deviceId === id);
  if (!found) throw new Error("The entry is kept.");
  return found.id;
}

function importOne(reference: string) {
  const rows = `customer,date,employee,stage,deal,reference\nSpringbok,2026-06-29,Anna,Contact made,${reference},${reference}\n`;
  const source = Readable.from([Buffer.from(rows)]);
  const file = { kind: "conversations", source, fileName: "talks.csv" } as const;
  return importFile(distant, { ...file, memberId: cast.cara.id, auditedAs: cast.cara.id, now });
}

/** The conversation with the id that its sender gave it. */
async function sentConversations(id: string) {
  return database.db
    .select({ version: conversations.version })
    .from(conversations)
    .where(or(eq(conversations.deviceId, id), eq(conversations.reference, id)));
}

/** The ways in which a conversation gets into the log, each sent again just as it was. */
const writePaths: [string, (id: string) => Promise<unknown>][] = [
  ["logged", log],
  ["from the form", (id) => logFromForm(distant, values({ deviceId: id }), present(), now)],
  [
    "from the form, for a new customer",
    (id) =>
      logFromForm(
        distant,
        values({ deviceId: id, customer: `New ${id}`, customerChoice: "new" }),
        present(),
        now,
      ),
  ],
  [
    "from a device's outbox",
    (id) => receiveEntries(distant, [entry(id)], { member: cast.anna, team, sentAt: now, now }),
  ],
  ["imported under its reference", importOne],
  [
    "out of the quarantine",
    async (id) => {
      const [waiting] = (await listQuarantined(database.db, 1000)).filter((one) => one.deviceId === id);
      if (!waiting) return;
      const decided = { entryId: waiting.id, values: values({}), team, actor: cast.cara, now };
      await logQuarantined(distant, decided);
    },
  ],
];

for (const [path, send] of writePaths) {
  test(`${path}: a commit that was done but not answered, sent again, is one conversation`, async () => {
    const id = randomUUID();
    if (path === "out of the quarantine") await quarantined(id);
    const before = await counts();
    const one = before.map((count) => count + 1);
    relay.cutNext("after");
    await expect(send(id)).rejects.toThrow();
    await expect.poll(counts).toEqual(one);
    await send(id);
    expect(await counts()).toEqual(one);
    expect(await sentConversations(id)).toEqual([{ version: 1 }]);
  });

  test(`${path}: a commit that never arrived leaves nothing, and sent again is one conversation`, async () => {
    const id = randomUUID();
    if (path === "out of the quarantine") await quarantined(id);
    const before = await counts();
    relay.cutNext("before");
    await expect(send(id)).rejects.toThrow();
    expect(await counts()).toEqual(before);
    await send(id);
    expect(await counts()).toEqual(before.map((count) => count + 1));
  });
}

const changes: [string, (change: Change) => Promise<unknown>][] = [
  [
    "corrected",
    ({ conversationId, version }) =>
      correctFromForm(
        distant,
        { conversationId, version, values: values({ deal: "", note: "as it was" }) },
        present(),
        now,
      ),
  ],
  ["deleted", (change) => deleteConversation(distant, change)],
  ["ticked", (change) => completeFollowUp(distant, { ...change, isDone: true })],
];

for (const [what, change] of changes) {
  for (const [when, versionAfterCut] of [
    ["after", 2],
    ["before", 1],
  ] as const) {
    test(`${what}: the line cut ${when} the commit, sent again, it is one conversation changed once`, async () => {
      const { id: conversationId } = await logConversation(
        database.db,
        talk({ customerId, heldById: cast.anna.id, on: "2026-06-29T09:00", followUpOn: "2026-07-02" }),
        { actor: cast.anna, timeZone: cast.timeZone, now },
      );
      const before = await database.db.$count(conversations);
      const stored = () => getConversation(database.db, conversationId);
      const asked = { conversationId, version: 1, actor: cast.anna, now };
      relay.cutNext(when);
      await expect(change(asked)).rejects.toThrow();
      await expect.poll(stored).toMatchObject({ version: versionAfterCut });
      await change(asked).catch((error) => expect(error).toBeInstanceOf(RuleError));
      expect(await database.db.$count(conversations)).toBe(before);
      expect(await stored()).toMatchObject({ version: 2 });
    });
  }
}
