import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { createServer, STATUS_CODES } from "node:http";
import { OperatorError } from "./operator-error.mjs";
import { projectRoot } from "./project-root.mjs";

const patience = 5000;
const longestIdle = 75_000;
const methods = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];

/**
 * @typedef {object} Door
 * @property {string} address what to open in a browser
 * @property {() => Promise<void>} open lets visitors in to the built app
 * @property {() => Promise<void>} close answers who is inside, lets nobody else in, and returns
 */

/**
 * Takes the port at once, so that a taken one is known before any work is done. Until the app is there,
 * visitors are told that it is starting.
 *
 * @param {string} host
 * @param {number} port 0 for any free one
 * @returns {Promise<Door>}
 * @throws {OperatorError} when the port cannot be had
 */
export async function takePort(host, port) {
  /** @type {import("node:http").RequestListener} */
  let answer = (request, response) => {
    response.setHeader("retry-after", "2");
    // Whoever only looks, as a screen on a wall does, has the page as soon as it is there.
    if (request.method === "GET") response.setHeader("refresh", "2");
    say(request, response, 503, "Pipelog is starting. Try again in a moment.");
  };
  /** @type {ReturnType<typeof import("next").default> | undefined} */
  let app;
  const server = createServer((request, response) => answer(request, response));
  server.keepAliveTimeout = longestIdle;
  await listen(server, host, port);
  const address = addressOf(server, host);

  return {
    address: address.href.replace(/\/$/, ""),
    open: async () => {
      const { default: next } = await import("next");
      // Where Next asks itself for the page that an action leads to: else over TLS, where a proxy in front ends it.
      process.env.__NEXT_PRIVATE_ORIGIN = address.origin;
      app = next({
        dev: false,
        dir: projectRoot,
        hostname: host,
        port: Number(address.port),
        // Never listens: Next would take from ours every request with an Upgrade header, and answer none.
        httpServer: createServer(),
      });
      await app.prepare();
      const handle = app.getRequestHandler();
      answer = (request, response) => {
        const { method = "" } = request;
        if (!methods.includes(method)) return say(request, response, 501, `${method} is not offered here.`);
        if (!isReadable(request.url ?? ""))
          return say(
            request,
            response,
            400,
            "This address cannot be read. Check it, or open the start page.",
          );
        answers.run({ request, response }, handle, request, response).catch((error) => {
          console.error(error);
          if (!response.headersSent) response.writeHead(500);
          response.end();
        });
      };
    },
    close: async () => {
      await new Promise((closed) => {
        server.close(closed);
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), patience).unref();
      });
      await app?.close();
    },
  };
}

/**
 * Answers with a sentence, for what the app itself does not answer; below `/api` as a problem, as `lib/api/problem.ts`
 * writes them.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {number} status
 * @param {string} sentence
 */
function say(request, response, status, sentence) {
  const isApi = /^\/api([/?]|$)/.test(request.url ?? "");
  const title = STATUS_CODES[status] ?? "Error";
  const type = `urn:pipelog:problem:${title.toLowerCase().replaceAll(" ", "-")}`;
  response.writeHead(status, {
    "cache-control": "no-store",
    "content-type": isApi ? "application/problem+json" : "text/plain; charset=utf-8",
  });
  response.end(isApi ? JSON.stringify({ type, title, status, detail: sentence }) : `${sentence}\n`);
}

/** @type {AsyncLocalStorage<{ request: import("node:http").IncomingMessage; response: import("node:http").ServerResponse }>} */
const answers = new AsyncLocalStorage();

// What the app itself fetches of a page it shows as it comes: only a page that a browser opens is answered as missing.
subscribe("pipelog:nothing-here", () => {
  const { request, response } = answers.getStore() ?? {};
  if (!response || response.headersSent || request?.headers.rsc || request?.headers["next-action"]) return;
  response.statusCode = 404;
});

/**
 * Whether an address is text, and text that a database can look for: `%FF` is none, NUL is in no stored text.
 *
 * @param {string} address
 */
function isReadable(address) {
  try {
    decodeURIComponent(address.split("?", 1)[0] ?? "");
    return !/%00/.test(address);
  } catch {
    return false;
  }
}

/** @returns {number} the port asked for */
export function wantedPort() {
  const text = process.env.PORT?.trim() || "3000";
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new OperatorError(`PORT must be a number up to 65535; it is “${text}”.`);
}

/**
 * @param {import("node:http").Server} server
 * @param {string} host
 * @param {number} port
 * @returns {Promise<void>}
 */
function listen(server, host, port) {
  return new Promise((listening, refuse) => {
    server.once("listening", listening);
    server.once("error", (error) => {
      const code = "code" in error ? error.code : undefined;
      if (code === "EADDRINUSE") {
        const sentence = `Port ${port} on ${host} is taken: stop what uses it, or choose another port with PORT=${port + 1}.`;
        refuse(new OperatorError(sentence));
      } else
        refuse(
          new OperatorError(`Pipelog cannot listen on ${host}, port ${port} (${code ?? error.message}).`),
        );
    });
    server.listen(port, host);
  });
}

/**
 * @param {import("node:http").Server} server
 * @param {string} host
 */
function addressOf(server, host) {
  const bound = server.address();
  const port = bound && typeof bound === "object" ? bound.port : 0;
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return new URL(`http://${name}:${port}`);
}
