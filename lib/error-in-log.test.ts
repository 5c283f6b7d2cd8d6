import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { errorInLog, guardPrintedErrors } from "./error-in-log";

let database: TestDatabase;
let failed: unknown;

beforeAll(async () => {
  database = await createTestDatabase();
  await castTeam(database.db);
  const add = () =>
    database.db.execute(sql`insert into customers (name, name_key) values (${"Jane Doe"}, ${"jane doe"})`);
  await add();
  failed = await add().catch((error: unknown) => error);
});
afterAll(() => database.drop());
afterEach(() => vi.restoreAllMocks());

test("of a query that failed a log tells what Postgres refused and where, not what somebody typed", () => {
  expect(JSON.stringify(failed, Object.getOwnPropertyNames(failed))).toContain("Jane Doe");
  const told = errorInLog(failed);
  expect(told).toMatchObject({
    type: "PostgresError",
    code: "23505",
    message: expect.stringContaining("unique"),
  });
  expect(told.stack).toContain("error-in-log.test.ts");
  expect(JSON.stringify(told)).not.toMatch(/jane/i);
});

test("what others print of it is told so too, all else as it is", () => {
  const printed = vi.spyOn(console, "error").mockImplementation(() => {});
  const before = console.error;
  guardPrintedErrors();
  console.error("⨯", Object.assign(failed as Error, { digest: "701" }), { text: "as it is" });
  console.error = before;
  expect(printed.mock.lastCall).toEqual(["⨯", expect.stringContaining("digest: 701"), { text: "as it is" }]);
  expect(JSON.stringify(printed.mock.lastCall)).not.toMatch(/jane/i);
});

/** What Node tells of a request whose sender went away before all of it was sent. */
async function abandonedRequest(): Promise<unknown> {
  const server = createServer();
  const failing = new Promise((told) => {
    server.on("request", (request) => request.on("error", told).resume());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const client = connect((server.address() as AddressInfo).port, "127.0.0.1");
  client.write("POST / HTTP/1.1\r\nHost: pipelog\r\nContent-Length: 9\r\n\r\nhalf");
  server.once("request", () => client.destroy());
  const error = await failing;
  server.close();
  return error;
}

test("a visitor who just goes away is no error; a connection of the app's own that breaks is", async () => {
  const printed = vi.spyOn(console, "error").mockImplementation(() => {});
  const before = console.error;
  guardPrintedErrors();
  const gone = await abandonedRequest();
  console.error("⨯", gone);
  console.error(new Error("A form could not be read", { cause: gone }));
  const own = Object.assign(new Error("aborted"), { code: "ECONNRESET" });
  console.error("⨯", own);
  console.error = before;
  expect(gone).toMatchObject({ message: "aborted", code: "ECONNRESET" });
  expect(printed.mock.calls).toEqual([["⨯", expect.stringContaining("Error: aborted")]]);
});

test("what is thrown and is no error is told as text", () => {
  expect(errorInLog("gone")).toEqual({ type: "string", message: "gone", stack: "gone" });
});
