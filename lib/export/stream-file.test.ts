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
    const [row] = await tx.execute<{ mode: string }>(
      sql`select current_setting('transaction_read_only') as mode`,
    );
    await write(`read only: ${row?.mode}\n`);
    await write("Ä\n");
  });
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="x.csv"');
  expect(await response.text()).toBe("read only: on\nÄ\n");
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
      await vi.waitFor(() => expect(away.signal.aborted).toBe(true));
      isOver = true;
      if (rest) await write(rest);
    }, away.signal);
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    away.abort();
    await vi.waitFor(() => expect(isOver).toBe(true));
    await database.db.execute(sql`select 1`);
  }
  expect(logged).not.toHaveBeenCalled();
  logged.mockRestore();
});
