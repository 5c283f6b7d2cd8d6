import { spawn } from "node:child_process";
import { closeSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { makePrivate } from "./data-folder.mjs";
import { openLog, postgresDatabase, postgresUser } from "./make-cluster.mjs";
import { postgresAccount } from "./postgres-binaries.mjs";
import { clusterIn } from "./postgres-cluster.mjs";
import { shortSocketFolder } from "./short-socket-folder.mjs";

const keeperScript = fileURLToPath(new URL("keep-postgres.mjs", import.meta.url));
const mostKeepers = 5;
const ready = "ready";

/**
 * @typedef {object} EmbeddedPostgres
 * @property {{ PGHOST: string, PGPORT: string, PGDATABASE: string, PGUSER: string }} env
 *   how to reach it, for this process or a child
 * @property {() => Promise<void>} release
 *   lets go of it; the last to do so stops it and returns when it has stopped
 */

/**
 * Holds the Postgres of a folder: starts it when it does not run, joins those who use it when it does.
 * It runs until its last holder has released it or died. Only node is needed, no installed package
 * but the binaries.
 *
 * @param {string} folder where the cluster lies or will lie; made when missing
 * @param {{ temporary?: boolean, onDown?: (reason: string) => void, onUp?: () => void, onLost?: (reason: Error) => void }} [options]
 *   temporary: a throw-away cluster for tests, quick and unsafe, whose folder is deleted at the end;
 *   onDown: told once what Postgres said when it stopped and does not start again; it is tried until it does;
 *   onUp: told once it runs again after that;
 *   onLost: told when it was ready once and could not be kept running
 * @returns {Promise<EmbeddedPostgres>}
 * @throws {Error} a sentence for the operator, when it cannot run
 */
export async function embeddedPostgres(folder, options = {}) {
  const path = resolve(folder);
  makePrivate(path);

  let released = false;
  let holding = await hold(path, options.temporary ?? false);
  let isDown = false;
  /** @param {string} answer */
  const tell = (answer) => {
    if (answer !== ready) options.onDown?.(wordsOf(answer));
    else if (isDown) options.onUp?.();
    isDown = answer !== ready;
  };
  const keepHolding = () => {
    hear(holding, tell);
    holding.once("close", async () => {
      if (released) return;
      try {
        holding = await hold(path, options.temporary ?? false);
        tell(ready);
        keepHolding();
      } catch (error) {
        options.onLost?.(error instanceof Error ? error : new Error(String(error)));
      }
    });
  };
  keepHolding();

  return {
    env: {
      PGHOST: shortSocketFolder(join(path, "socket")),
      PGPORT: "5432",
      PGDATABASE: postgresDatabase,
      PGUSER: postgresUser,
    },
    release: () =>
      new Promise((done) => {
        released = true;
        if (holding.destroyed) return done();
        holding.once("close", () => done());
        holding.end();
      }),
  };
}

/**
 * @param {string} folder
 * @param {boolean} temporary
 * @returns {Promise<import("node:net").Socket>} open while the server is held
 */
async function hold(folder, temporary) {
  const socket = join(shortSocketFolder(folder), "keeper.sock");
  let keepers = 0;
  let keeperRuns = false;
  for (;;) {
    const connection = await open(socket);
    const answer = connection && (await firstAnswer(connection));
    if (connection && answer === ready) return connection;
    if (answer) {
      connection?.destroy();
      throw new Error(wordsOf(answer));
    }
    if (!connection && !keeperRuns) {
      if (keepers === mostKeepers) throw new Error(`PostgreSQL could not be started: ${lastWords(folder)}`);
      keepers += 1;
      keeperRuns = true;
      startKeeper(folder, temporary).once("exit", () => {
        keeperRuns = false;
      });
    }
    await wait(20);
  }
}

/**
 * @param {string} folder
 * @param {boolean} temporary
 */
function startKeeper(folder, temporary) {
  const account = postgresAccount(clusterIn(folder, temporary).data);
  const log = openLog(join(folder, "keeper.log"), "w", account);
  const { PATH, PIPELOG_POSTGRES_BIN } = process.env;
  const env = Object.assign(Object.create(null), { PATH, PIPELOG_POSTGRES_BIN });
  const keeper = spawn(process.execPath, [keeperScript, folder, temporary ? "temporary" : "lasting"], {
    cwd: "/",
    detached: true,
    env,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  keeper.unref();
  return keeper;
}

/**
 * @param {string} socket
 * @returns {Promise<import("node:net").Socket | undefined>} undefined when nobody listens there
 */
function open(socket) {
  return new Promise((done) => {
    const connection = connect({ path: socket, allowHalfOpen: true });
    connection.once("connect", () => done(connection));
    connection.on("error", () => done(undefined));
  });
}

/**
 * @param {import("node:net").Socket} connection
 * @returns {Promise<string | undefined>} undefined when it closed without one
 */
function firstAnswer(connection) {
  return new Promise((done) => {
    connection.setEncoding("utf8");
    hear(connection, done);
    connection.on("end", () => connection.end());
    connection.once("close", () => done(undefined));
  });
}

/**
 * @param {import("node:net").Socket} connection
 * @param {(answer: string) => void} onAnswer
 */
function hear(connection, onAnswer) {
  let text = "";
  connection.on("data", (data) => {
    const answers = `${text}${data}`.split("\0");
    text = answers.pop() ?? "";
    for (const answer of answers) onAnswer(answer);
  });
}

/** @param {string} answer of a keeper whose server is not ready */
function wordsOf(answer) {
  return answer.replace(/^failed /, "");
}

/** @param {string} folder */
function lastWords(folder) {
  try {
    return readFileSync(join(folder, "keeper.log"), "utf8").trim().slice(-1000);
  } catch {
    return "";
  }
}
