import { expect, test } from "vitest";
import { endOfLog } from "@/scripts/postgres-cluster.mjs";

const started = [
  'LOG:  listening on Unix socket "/data/socket/.s.PGSQL.5432"',
  "LOG:  database system was not properly shut down; automatic recovery in progress",
];
const why = 'FATAL:  could not write to file "pg_wal/xlogtemp.28": No space left on device';
const ending = [
  "LOG:  startup process (PID 28) exited with exit code 1",
  "LOG:  terminating any other active server processes",
  "LOG:  shutting down due to startup process failure",
  "LOG:  database system is shut down",
];
const turnedAway = "FATAL:  the database system is starting up";

test("the end of the log tells why Postgres ended, as on a full disk, not only that it did", () => {
  const log = [...started, why, turnedAway, ...ending, ""].join("\n");
  expect(endOfLog(log)).toBe([why, turnedAway, ...ending].join("\n"));
});

test("where no reason is given lately it is the last four lines", () => {
  const log = [why, ...started, ...started, turnedAway, ...ending, ""].join("\n");
  expect(endOfLog(log)).toBe(ending.join("\n"));
  expect(endOfLog(`${why}\n`)).toBe(why);
  const short = [why, ...ending.slice(-2)].join("\n");
  expect(endOfLog(short)).toBe(short);
});
