import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectRoot } from "./project-root.mjs";

const version = "3.4.9";
const packageFolder = join(projectRoot, "node_modules", "postgres");

/** @type {Record<string, [string, string][]>} */
const repairs = {
  "connection.js": [
    // A connection without a socket fails what it was to send, and sends again once it has one.
    [
      `    const x = socket.write(chunk, fn)
    nextWriteTimer !== null && clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    return x`,
      `    nextWriteTimer !== null && clearImmediate(nextWriteTimer)
    const x = chunk
    chunk = nextWriteTimer = null
    if (socket)
      return socket.write(x, fn)
    error(Errors.connection('CONNECTION_CLOSED', options, socket))
    return false`,
    ],
    [
      `    clearImmediate(nextWriteTimer)
    if (socket) {`,
      `    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    if (socket) {`,
    ],
    // Who closes before the connection is ready, as a proxy without its server does, is asked again only later.
    [
      `    if (initial)
      return reconnect()
`,
      `    if (initial && (hadError || terminated))
      return reconnect()

    if (initial) {
      options.shared.retries++
      errored(Errors.connection('CONNECTION_CLOSED', options, socket))
    }
`,
    ],
    // Between a socket's error and its close more may have been asked of it, such as a rollback.
    [
      `    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
`,
      `    if (query || sent.length)
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
    query = null
`,
    ],
    [
      `    clearImmediate(nextWriteTimer)
    socket.removeListener('data', data)`,
      `    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    socket.removeListener('data', data)`,
    ],
  ],
  "index.js": [
    // A statement is sent once the one before it is answered: it waits for whichever connection is free first, and a
    // pooler in transaction mode takes what was sent sooner apart and never answers it.
    [
      `return connect(closed.shift(), query)

    busy.length
      ? go(busy.shift(), query)
      : queries.push(query)
`,
      `return connect(closed.shift(), query)

    queries.push(query)
`,
    ],
    [`    let max = Math.ceil(queries.length / (connecting.length + 1))`, `    let max = 1`],
    // A transaction ends with its connection: nothing more of it is sent, not on the next one either.
    [
      `      , connection
      , prepare = null
`,
      `      , connection
      , lost = null
      , prepare = null
`,
    ],
    [
      `new Promise((_, reject) => connection.onclose = reject)
      ])
    } catch (error) {
      throw error`,
      `new Promise((_, reject) => connection.onclose = error => reject(lost = error))
      ])
    } catch (error) {
      throw error`,
    ],
    [
      `        q.catch(e => uncaughtError || (uncaughtError = e))
`,
      `        q.catch(e => uncaughtError || (uncaughtError = e))
        if (lost)
          return q.reject(lost)
`,
    ],
  ],
};

/**
 * Repairs postgres.js 3.4.9, which does not survive the loss of a connection that is in a transaction (its
 * issues 1066, 1154, 1208): it writes the rollback to a socket that is gone (an uncaught TypeError), never
 * sends anything on that connection again, may run what is left of the transaction on the connection's next
 * session, and there waits for the answer to a rollback that it never sent. Where a connection is taken and closed
 * at once, it tries again without a pause or an end while its caller waits. And it sends statements of others behind
 * one that is not answered yet. Runs after every install and before every start; does nothing when it has been done.
 *
 * @param {string} [folder] where the package lies
 * @throws Error when the package is another version, or not as the repair expects it
 */
export function repairPostgres(folder = packageFolder) {
  const installed = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version;
  if (installed !== version) throw new Error(`The repairs are for postgres ${version}, not ${installed}.`);
  for (const part of ["src", "cjs/src"]) {
    for (const [name, changes] of Object.entries(repairs)) repairFile(join(folder, part, name), changes);
  }
}

/**
 * @param {string} path
 * @param {[string, string][]} changes
 */
function repairFile(path, changes) {
  const before = readFileSync(path, "utf8");
  let after = before;
  for (const [from, to] of changes) {
    if (after.includes(to)) continue;
    if (after.split(from).length !== 2) throw new Error(`${path} is not as the repair expects it.`);
    after = after.replace(from, () => to);
  }
  if (after === before) return;
  writeFileSync(`${path}.new`, after);
  renameSync(`${path}.new`, path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) repairPostgres();
