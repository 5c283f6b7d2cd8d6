import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";

type Answering = { request: Request; respondWith: (answer: Promise<Response>) => void };

const asked: string[] = [];
/** How many of the requests that come next the line drops. */
let dropped = 0;
/** What pages are answered with. */
let answered = { status: 200 };
const server = createServer(async (request, response) => {
  let body = "";
  for await (const part of request) body += part;
  asked.push(`${request.method} ${request.url} ${body}`);
  if (dropped > 0) {
    dropped -= 1;
    request.socket.destroy();
  } else if (request.method === "POST") response.writeHead(303, { location: "/log?note=Order" }).end();
  else response.writeHead(answered.status).end("from the network");
});

let origin: string;
let onFetch: (event: Answering) => void;

// The worker of a browser whose storage is broken: there is no IndexedDB here, and its cache does not open.
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const listeners = new Map<string, (event: Answering) => void>();
  vi.stubGlobal("addEventListener", (type: string, listener: (event: Answering) => void) =>
    listeners.set(type, listener),
  );
  vi.stubGlobal("location", new URL(origin));
  vi.stubGlobal("caches", { open: () => Promise.reject(new DOMException("Unexpected internal error.")) });
  await import("./service-worker");
  onFetch = listeners.get("fetch") ?? expect.unreachable("The worker listens.");
});
afterAll(() => {
  vi.unstubAllGlobals();
  server.close();
});

function answerTo(request: Request): Promise<Response> {
  return new Promise((resolve, reject) =>
    onFetch({ request, respondWith: (answer) => answer.then(resolve, reject) }),
  );
}

it("sends on to the server what another app shares where the device cannot keep it", async () => {
  const form = new FormData();
  form.set("text", "Order: 12 tyres");
  const answer = await answerTo(
    new Request(`${origin}/log/share`, { method: "POST", body: form, redirect: "manual" }),
  );
  expect(answer.headers.get("location")).toBe("/log?note=Order");
  expect(asked).toEqual([expect.stringMatching(/^POST \/log\/share /)]);
  expect(asked[0]).toContain("Order: 12 tyres");
});

it("asks the network for a file where the cache does not open", async () => {
  const answer = await answerTo(new Request(`${origin}/_next/static/chunks/main.js`));
  expect(await answer.text()).toBe("from the network");
});

it("asks once more for what a page shows next where the line drops the request, and no oftener", async () => {
  const content = () => new Request(`${origin}/customers/3?_rsc=1a2b`, { headers: { rsc: "1" } });
  asked.length = 0;
  dropped = 1;
  expect(await (await answerTo(content())).text()).toBe("from the network");
  expect(asked).toHaveLength(2);
  expect(await (await answerTo(content())).text()).toBe("from the network");
  expect(asked).toHaveLength(3);
  dropped = 2;
  await expect(answerTo(content())).rejects.toThrow();
  expect(asked).toHaveLength(5);
});

it("leaves a page to whatever stands before the app where it is not to be told whether one can log here", async () => {
  const page = new Request(`${origin}/log`);
  Object.defineProperty(page, "mode", { value: "navigate" });
  answered = { status: 503 };
  expect(await (await answerTo(page)).text()).toBe("from the network");
});
