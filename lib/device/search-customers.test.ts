import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { searchCustomers } from "./search-customers";

const found = [{ id: 1, name: "Aloe", hint: "", isDue: false }];
const ask = (search: string) => searchCustomers(search, new AbortController().signal);

const server = createServer((request, response) => {
  const search = new URL(request.url ?? "", "http://localhost").searchParams.get("search");
  if (search === "broken") response.writeHead(500).end("[]");
  else response.end(JSON.stringify(search === "Aloe" ? found : []));
});

// A page at a server of its own, in a browser that keeps nothing: there is no IndexedDB here.
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => fetch(new URL(path, origin), init));
});
afterAll(() => {
  vi.unstubAllGlobals();
  server.close();
});

test("what the server finds, or that it finds none", async () => {
  expect(await ask("Aloe")).toEqual(found);
  expect(await ask("Nobody")).toEqual([]);
});

test("a server that fails has not said that there is no such customer", async () => {
  expect(await ask("broken")).toBeUndefined();
});

test("also where signals cannot be combined (Safari before 17.4)", async () => {
  const any = Object.getOwnPropertyDescriptor(AbortSignal, "any") ?? expect.unreachable("Node has it.");
  Reflect.deleteProperty(AbortSignal, "any");
  const answer = await ask("Aloe");
  Object.defineProperty(AbortSignal, "any", any);
  expect(answer).toEqual(found);
});
