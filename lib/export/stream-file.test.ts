import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { logger } from "@/lib/logger";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { streamFile } from "./stream-file";

type Write = Parameters<typeof streamFile>[2]["write"];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const answer = (write: Write, signal = new AbortController().signal) =>
  streamFile(database.db, new Request("http://pipelog.example", { signal }), {
    name: "x.csv",
    type: "text/csv",
    of: "nothing",
    write,
  });

test("a file is what was written, read only, under its name", async () => {
  const response = answer(async (tx, write) => {
    const [row] = await tx.execute<{ mode: string; pause: string }>(
      sql`select current_setting('transaction_read_only') as mode,
        current_setting('idle_in_transaction_session_timeout') as pause`,
    );
    await write(`read only: ${row?.mode}, paused for at most ${row?.pause}\n`);
    await write("Ä\n");
  });
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="x.csv"');
  expect(await response.text()).toBe("read only: on, paused for at most 5min\nÄ\n");
});

test("where reading fails the answer breaks off, and the log says so", async () => {
  const logged = vi.spyOn(logger, "error").mockImplementation(() => undefined);
  const failing = answer(async (_, write) => {
    await write("half");
    throw new Error("The database is gone.");
  });
  await expect(failing.text()).rejects.toThrow("The database is gone.");
  expect(logged).toHaveBeenCalledExactlyOnceWith(expect.anything(), "An export of nothing failed");
  logged.mockRestore();
});

test("who goes away, while it is written or just before its end, leaves nothing behind", async () => {
  const logged = vi.spyOn(logger, "error").mockImplementation(() => undefined);
  for (const rest of ["more", ""]) {
    const away = new AbortController();
    let isOver = false;
    const response = answer(async (_, write) => {
      await write("first");
      await vi.waitFor(() => expect(away.signal.aborted).toBe(true), 20_000);
      isOver = true;
      if (rest) await write(rest);
    }, away.signal);
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    away.abort();
    await vi.waitFor(() => expect(isOver).toBe(true), 20_000);
    await database.db.execute(sql`select 1`);
  }
  expect(logged).not.toHaveBeenCalled();
  logged.mockRestore();
});

/** Database connections that are within a transaction. */
const inTransaction = async () => {
  const [row] = await database.sql<{ count: number }[]>`select count(*)::int from pg_stat_activity
    where datname = current_database() and state like 'idle in transaction%'`;
  return row?.count;
};

test("nothing is begun for who never reads: a HEAD, or an export cancelled before its first byte", async () => {
  const begun: string[] = [];
  const asked = (how: string) =>
    answer(async (tx, write) => {
      begun.push(how);
      await tx.execute(sql`select 1`);
      await write("first");
    });
  asked("HEAD");
  await asked("cancelled").body?.cancel();
  await asked("read").text();
  expect(begun).toEqual(["read"]);
  expect(await inTransaction()).toBe(0);
});

test("four exports that nobody reads on leave the other connections to others; the fifth is asked to come back", async () => {
  const endless: Write = async (tx, write) => {
    for (;;) {
      await tx.execute(sql`select 1`);
      await write("more");
    }
  };
  const readers = Array.from({ length: 10 }, () => answer(endless).body?.getReader());
  const reads = readers.map((reader) => reader?.read());
  await Promise.all(reads.slice(0, 4));
  await vi.waitFor(async () => expect(await inTransaction()).toBe(4), 20_000);
  const fifth = answer(endless);
  expect(fifth.status).toBe(503);
  expect(fifth.headers.get("retry-after")).toBe("60");
  expect(await fifth.text()).toBe(
    "Too many exports are being downloaded right now. Please try again in a minute.",
  );
  await Promise.all(readers.map((reader) => reader?.cancel()));
  await vi.waitFor(
    async () => expect(await answer(async (_, write) => write("done")).text()).toBe("done"),
    20_000,
  );
  expect(await inTransaction()).toBe(0);
});

test("a download paused for too long breaks off and leaves its connection to others", async () => {
  const logged = vi.spyOn(logger, "error").mockImplementation(() => undefined);
  const response = answer(async (tx, write) => {
    await tx.execute(sql`set local idle_in_transaction_session_timeout = 50`);
    await write("first");
    await write("second");
    await tx.execute(sql`select 1`);
  });
  const reader = response.body?.getReader();
  await reader?.read();
  await vi.waitFor(() => expect(logged).toHaveBeenCalledOnce(), 20_000);
  await vi.waitFor(async () => expect(await inTransaction()).toBe(0), 20_000);
  await expect(reader?.read()).rejects.toThrow("CONNECTION_CLOSED");
  logged.mockRestore();
});
