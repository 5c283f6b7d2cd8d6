import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { listBackupTables } from "@/db/queries/backup-tables";
import { dealStates, sessions, setUpCode, team } from "@/db/schema";
import { loadDemo } from "@/lib/demo/load-demo";
import { logConversation } from "@/lib/log/log-conversation";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { heldUpBy } from "@/tests/support/held-up-by";
import { restoreBackup } from "./restore-backup";
import { writeBackup } from "./write-backup";

const now = new Date("2026-11-24T10:00:00Z");

let folder: string;
let full: TestDatabase;
let file: string;
let counts: Record<string, number>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pipelog-backup-"));
  full = await createTestDatabase();
  await loadDemo(full.db, { password: "correct horse battery", now });
  await full.db.insert(sessions).values({ tokenHash: "hash", memberId: 1, expiresAt: now });
  await awkwardRows(full.db);
  file = join(folder, "whole.backup");
  counts = await writeBackup(full.db, file, now);
});

afterAll(async () => {
  await full.drop();
  await rm(folder, { recursive: true });
});

/** Text that COPY has to escape, and a line that looks like the end of a table. */
async function awkwardRows(db: Database): Promise<void> {
  const customerId = await addCustomer(db, "Tab\tand “quotes”, \\N");
  const note = 'line one\nline two\r\n\\.\nend {"counts":{}}\n\ttab \\ backslash';
  await logConversation(db, talk({ customerId, heldById: 1, on: "2026-11-02", note }), {
    actor: { id: 1, role: "admin" },
    timeZone: "Africa/Johannesburg",
    now,
  });
}

async function allRows({ db, sql }: TestDatabase): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const { name } of await listBackupTables(db)) {
    tables[name] = await sql.unsafe(`select t::text from "${name}" t order by 1`);
  }
  return tables;
}

async function withEmptyDatabase(act: (empty: TestDatabase) => Promise<void>): Promise<void> {
  const empty = await createTestDatabase();
  try {
    await act(empty);
  } finally {
    await empty.drop();
  }
}

/** The whole backup, or another one, with its text changed. */
function changedBackup(name: string, change: (text: string) => string, of = file): string {
  const path = join(folder, name);
  writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(of)).toString("utf8"))));
  return path;
}

describe("a backup", () => {
  test("takes every table but sign-ins, and only its owner may read it", () => {
    expect(counts.conversations).toBeGreaterThan(5000);
    expect(counts.deal_states).toBeGreaterThan(300);
    const secrets = [
      "sessions",
      "sign_in_failures",
      "password_resets",
      "devices",
      "share_unlocks",
      "set_up_code",
    ];
    for (const table of [...secrets, "known_browsers", "mail_status"])
      expect(counts, table).not.toHaveProperty(table);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  test("does not overwrite a file", async () => {
    await expect(writeBackup(full.db, file, now)).rejects.toThrow("is there already");
  });

  test("is of the moment it began, whatever is logged while it is written", () =>
    withEmptyDatabase(async ({ db }) => {
      const { cara, timeZone } = await castTeam(db);
      const customerId = await addCustomer(db, "Acme");
      const logging = async (tx: Database) => {
        await logConversation(tx, talk({ customerId, heldById: cara.id, on: "2026-11-02" }), {
          ...{ actor: cara, timeZone, now },
        });
        await tx.execute(sql`lock table topics in access exclusive mode`);
      };
      const written = await heldUpBy(db, logging, () =>
        writeBackup(db, join(folder, "meanwhile.backup"), now),
      );
      expect(written).toMatchObject({ customers: 1, conversations: 0 });
    }));

  test("two to one name at once: one is written whole, the other says so, and nothing else is left", async () => {
    const place = await mkdtemp(join(folder, "at-once-"));
    const name = join(place, "nightly.backup");
    const ends = await Promise.allSettled([1, 2].map(() => writeBackup(full.db, name, now)));
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(ends.find((end) => end.status === "rejected")?.reason).toMatchObject({
      name: "RuleError",
      message: `${name} is there already: name a new file.`,
    });
    expect(readdirSync(place)).toEqual(["nightly.backup"]);
    expect(gunzipSync(readFileSync(name)).equals(gunzipSync(readFileSync(file)))).toBe(true);
  });

  test("restored elsewhere, every row is equal and the next one is numbered after the last", async () => {
    await withEmptyDatabase(async (empty) => {
      await empty.db.insert(setUpCode).values({ codeHash: "hash" });
      expect(await restoreBackup(empty.db, file)).toEqual(counts);
      expect(await allRows(empty)).toEqual(await allRows(full));
      expect(await empty.db.$count(setUpCode)).toBe(0);
      const added = await addCustomer(empty.db, "Newcomer");
      expect(added).toBe(await addCustomer(full.db, "Newcomer"));
    });
  });
});

describe("a restore changes nothing when", () => {
  async function isRefused(path: string, sentence: string): Promise<void> {
    await withEmptyDatabase(async (empty) => {
      await expect(restoreBackup(empty.db, path)).rejects.toThrow(sentence);
      expect(await empty.db.$count(team)).toBe(0);
      expect(await empty.db.$count(dealStates)).toBe(0);
    });
  }

  test.each([0.02, 0.5, 0.999])("the file was cut off at %d of its length", async (share) => {
    const path = join(folder, `cut-${share}.backup`);
    const whole = readFileSync(file);
    writeFileSync(path, whole.subarray(0, Math.floor(whole.length * share)));
    await isRefused(path, "damaged or was cut off");
  });

  test("a row is missing, a deal stands otherwise than its log says, or something follows its end", async () => {
    const small = join(folder, "small.backup");
    await withEmptyDatabase(async ({ db }) => {
      const { anna, stages, timeZone } = await castTeam(db);
      const customerId = await addCustomer(db, "Only one");
      const entry = talk({ customerId, heldById: anna.id, on: "2026-11-02", stageId: stages["Demo given"] });
      await logConversation(db, entry, { actor: anna, timeZone, now });
      await writeBackup(db, small, now);
    });
    /** With another content, and a checksum that says it is as it was written. */
    const resealed = (name: string, change: (text: string) => string) =>
      changedBackup(
        name,
        (text) => {
          const end = text.lastIndexOf("\nend ") + 1;
          const [changed, last] = [change(text.slice(0, end)), JSON.parse(text.slice(end + "end".length))];
          const sha256 = createHash("sha256").update(changed).digest("hex");
          return `${changed}end ${JSON.stringify({ ...last, sha256 })}\n`;
        },
        small,
      );
    const withoutRow = (text: string) => text.replace(/(\ntable \{"name":"deal_spans".*\n).*\n/, "$1");
    await isRefused(resealed("fewer.backup", withoutRow), "rows of deal_spans are missing");
    const everWon = (text: string) => text.replace(/(\ntable \{"name":"deal_states".*\n.*\t)f\n/, "$1t\n");
    await isRefused(
      resealed("otherwise.backup", everWon),
      "states of 1 deal in this backup are not what its log",
    );
    const appended = changedBackup("appended.backup", (text) => `${text}more\n`, small);
    await isRefused(appended, "something follows its end");
  });

  test("its last line is missing", () =>
    isRefused(
      changedBackup("no-end.backup", (text) => text.slice(0, text.lastIndexOf("\nend ") + 1)),
      "it ends too early",
    ));

  test("a letter was changed", () =>
    isRefused(
      changedBackup("changed.backup", (text) =>
        text.replace("Newcomer", "Oldcomer").replace("battery", "bottery"),
      ),
      "its checksum differs",
    ));

  test.each([
    ["first line", /"schemaVersion":/, "its first line cannot be read"],
    ["table's line", /(?<=\ntable )\{"name":/, "a table is named wrongly"],
    ["last line", /(?<=\nend )\{"counts":(?=.*\n$)/, "its last line cannot be read"],
  ])("its %s was changed", (line, part, sentence) =>
    isRefused(
      changedBackup(`changed-${line}.backup`, (text) => text.replace(part, "{x")),
      sentence,
    ),
  );

  test.each([
    ["a first line without a version", /"schemaVersion":\d+,/, "", "its first line cannot be read"],
    ["a table without columns", /,"columns":\[.*\]/, "", "a table is named wrongly"],
    ["columns as one text", /"columns":\[.*\]/, '"columns":"id"', "a table is named wrongly"],
    ["no counts at its end", /"counts":\{[^}]*\}(?=.*\n$)/, '"counts":null', "its last line cannot be read"],
  ])("somebody made it by hand with %s", (name, part, made, sentence) =>
    isRefused(
      changedBackup(`${name}.backup`, (text) => text.replace(part, made)),
      sentence,
    ),
  );

  test("Postgres refuses a row", () =>
    isRefused(
      changedBackup("refused.backup", (text) => text.replace(/(table \{"name":"team".*\n)1\t/, "$12\t")),
      "PostgreSQL does not take its team",
    ));

  test("it is another file", async () => {
    const path = join(folder, "notes.txt");
    writeFileSync(path, "Not a backup\n");
    await isRefused(path, "not a backup of Pipelog");
    await isRefused(
      changedBackup("other.backup", () => "Something else\n"),
      "not a backup of Pipelog",
    );
  });

  test("it is of another version", () =>
    isRefused(
      changedBackup("earlier.backup", (text) => text.replace(/"schemaVersion":\d+/, '"schemaVersion":1')),
      "made on 2026-11-24 by an earlier version of Pipelog: restore it with that version into another empty installation",
    ));

  test("the database has a team, or is being set up", async () => {
    await expect(restoreBackup(full.db, file)).rejects.toThrow("has data already");
    await withEmptyDatabase(async ({ db }) => {
      const restored = heldUpBy(db, castTeam, () => restoreBackup(db, file));
      await expect(restored).rejects.toThrow("has data already");
    });
  });
});
