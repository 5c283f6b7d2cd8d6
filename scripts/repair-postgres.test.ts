import { once } from "node:events";
import { createRequire } from "node:module";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";

let database: TestDatabase;
let relay: Awaited<ReturnType<typeof startRelay>>;
let sql: postgres.Sql;

const readyForQuery = Buffer.from("Z\0\0\0\u0005");

/** How many statements begin in what a client sends: messages of a type and a length, Query or Parse. */
function statementsIn(sent: Buffer): number {
  const isStartup = sent[0] === 0;
  let statements = 0;
  for (let at = isStartup ? sent.length : 0; at < sent.length; at += 1 + sent.readInt32BE(at + 1))
    if (["Q", "P"].includes(String.fromCharCode(sent[at] ?? 0))) statements += 1;
  return statements;
}

/** Passes on what client and server say, until it breaks all lines, as a server does that is killed. */
async function startRelay({ PGHOST, PGPORT }: TestDatabase["env"]) {
  const lines = new Set<Socket>();
  let mostUnanswered = 0;
  let turnedAway: number | undefined;
  const server = createServer((client) => {
    if (turnedAway !== undefined) {
      turnedAway += 1;
      client
        .on("error", () => {})
        .resume()
        .end();
      return;
    }
    const line = connect(join(PGHOST, `.s.PGSQL.${PGPORT}`));
    lines.add(client);
    client.on("close", () => lines.delete(client) && line.destroy()).on("error", () => {});
    line.on("error", () => {}).on("close", () => client.destroy());
    client.pipe(line).pipe(client);
    let unanswered = 0;
    client.on("data", (data) => {
      unanswered += statementsIn(data);
      mostUnanswered = Math.max(mostUnanswered, unanswered);
    });
    line.on("data", (data) => {
      if (data.includes(readyForQuery)) unanswered = 0;
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    /** How many statements had been sent on one line at once, at most. */
    mostUnanswered: () => mostUnanswered,
    breakLines: () => {
      for (const client of lines) client.resetAndDestroy();
    },
    /** Takes and closes at once what comes, as a proxy whose server is gone; `letIn` says how many came. */
    turnAway: () => {
      turnedAway = 0;
    },
    letIn: () => {
      const came = turnedAway;
      turnedAway = undefined;
      return came;
    },
    close: () => server.close(),
  };
}

beforeAll(async () => {
  database = await createTestDatabase();
  relay = await startRelay(database.env);
});
afterAll(async () => {
  relay.close();
  await database.drop();
});

function connectBy(build: typeof postgres, max = 1) {
  const { PGUSER: user, PGDATABASE: name } = database.env;
  return build({ host: "127.0.0.1", port: relay.port, user, database: name, max, fetch_types: false });
}

beforeEach(() => {
  sql = connectBy(postgres);
  return () => sql.end({ timeout: 1 });
});

/** The rows, or the code of the error, or nothing where it has neither within some seconds. */
const outcome = (query: PromiseLike<unknown>): Promise<unknown> =>
  Promise.race([
    Promise.resolve(query).catch((error: { code?: string }) => error.code),
    wait(5000, "nothing", { ref: false }),
  ]);

test("what is asked the moment a line breaks is answered or fails, and what comes next has its own rows", async () => {
  const asked = sql`select pg_sleep(20)`.catch((error) => [error.code, outcome(sql`select 2 as second`)]);
  await wait(200);
  relay.breakLines();
  const [code, second] = await asked;
  expect(code).toBe("ECONNRESET");
  expect([[{ second: 2 }], "CONNECTION_CLOSED"]).toContainEqual(await second);
  expect(await outcome(sql`select 3 as third`)).toEqual([{ third: 3 }]);
  expect(await outcome(sql`select 4 as fourth`)).toEqual([{ fourth: 4 }]);
});

test("a transaction whose line breaks fails, and leaves nothing behind on the next line", async () => {
  const ended = outcome(sql.begin((tx) => tx`select pg_sleep(20)`));
  await wait(200);
  relay.breakLines();
  expect(["ECONNRESET", "CONNECTION_CLOSED"]).toContain(await ended);
  expect(await outcome(sql`select 3 as third`)).toEqual([{ third: 3 }]);
  expect(await outcome(sql`select 4 as fourth`)).toEqual([{ fourth: 4 }]);
});

const builds: [name: string, build: typeof postgres][] = [
  ["ES module", postgres],
  ["CommonJS", createRequire(import.meta.url)("postgres") as typeof postgres],
];

test.each(builds)(
  "what is asked of a line that is closed at once fails, and is not tried on end (%s)",
  async (_, build) => {
    const own = connectBy(build);
    relay.turnAway();
    expect(await outcome(own`select 1 as first`)).toBe("CONNECTION_CLOSED");
    expect(await outcome(own.begin((tx) => tx`select 2 as second`))).toBe("CONNECTION_CLOSED");
    expect(relay.letIn()).toBe(2);
    expect(await outcome(own`select 3 as third`)).toEqual([{ third: 3 }]);
    await own.end({ timeout: 1 });
  },
);

test.each(builds)("a statement is sent only once the one before it is answered (%s)", async (_, build) => {
  const own = connectBy(build, 2);
  const asked = Array.from({ length: 20 }, (_each, number) =>
    number % 2 ? own.unsafe("select 1 as answer") : own`select ${number}::int as answer`,
  );
  const answered = await Promise.all(asked);
  expect(answered.map(([row]) => row?.answer)).toEqual(
    asked.map((_each, number) => (number % 2 ? 1 : number)),
  );
  expect(relay.mostUnanswered()).toBe(1);
  await own.end({ timeout: 1 });
});
