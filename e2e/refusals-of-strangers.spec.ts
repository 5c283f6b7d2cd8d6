import { readFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { getFirstAdmin } from "@/db/queries/logins";
import { contacts, customers, members } from "@/db/schema";
import { expect } from "@/e2e/support/expect";
import { type Ask, figureTest as test } from "@/e2e/support/figure-test";
import type { RunningApp } from "@/e2e/support/start-app";
import { figureAnswers } from "@/lib/api/figure-answers";
import { newSecretToken } from "@/lib/auth/secret-token";
import { startSession } from "@/lib/auth/session";
import type { TeamFormats } from "@/lib/format/team-formats";
import { projectRoot } from "@/scripts/project-root.mjs";

/** Whatever the build answers, by its own list: `/(team)/stages/page` and the route it is reached by. */
const entries = Object.entries(
  JSON.parse(readFileSync(join(projectRoot, ".next", "app-path-routes-manifest.json"), "utf8")) as Record<
    string,
    string
  >,
);

const segmentValues: Record<string, readonly string[]> = { figure: Object.keys(figureAnswers) };

function addressesOf(route: string): string[] {
  const [segment, name = ""] = /\[+(?:\.\.\.)?(\w+)\]+/.exec(route) ?? [];
  if (!segment) return [route];
  return (segmentValues[name] ?? ["1"]).flatMap((value) => addressesOf(route.replace(segment, value)));
}

/** What is the team's stands in app/(team) or is answered under /api; anything else is for anybody. */
function isPrivate(entry: string): boolean {
  return entry.startsWith("/(team)/") || entry.startsWith("/api/");
}

const inApp = { rsc: "1" };
const ahead = { ...inApp, "next-router-prefetch": "1" };

/** Pages as a browser asks for them and as the app's own links do; routes by every method. */
function waysOf(entry: string): RequestInit[] {
  if (!entry.endsWith("/route")) return [{}, { headers: inApp }, { headers: ahead }];
  return ["GET", "POST", "PUT", "PATCH", "DELETE"].map((method) => ({ method }));
}

const questions = entries.flatMap(([entry, route]) =>
  addressesOf(route).flatMap((address) => waysOf(entry).map((way) => ({ entry, address, way }))),
);

type Answer = { response: Response; body: string; to: string };

async function ask(app: RunningApp, address: string, way: RequestInit, cookie: string): Promise<Answer> {
  const headers = { ...way.headers, ...(cookie ? { cookie } : {}) };
  const response = await fetch(`${app.url}${address}`, { ...way, headers, redirect: "manual" });
  const body = await response.text();
  const to = response.headers.get("location") ?? "";
  return to.startsWith(`${address}?_rsc`) ? ask(app, to, way, cookie) : { response, body, to };
}

/** Names and numbers that nobody but the team may read. */
async function secretsOf({ db }: RunningApp, api: Ask, { money }: TeamFormats): Promise<string[]> {
  const named = await Promise.all([
    db.select({ text: customers.name }).from(customers),
    db.select({ text: contacts.name }).from(contacts),
    db.select({ text: members.name }).from(members),
    db.select({ text: members.email }).from(members),
  ]);
  const { inPipeline, won, lost } = (await api("overview", "")).overview;
  return [
    ...named.flat().flatMap(({ text }) => (text && text.length > 5 ? [text] : [])),
    ...[inPipeline, won, lost].flatMap(({ value }) => [value, money(value)]),
  ];
}

test("the build lists its pages and routes", () => {
  const found = entries.map(([entry]) => entry);
  expect(found).toEqual(
    expect.arrayContaining(["/(team)/page", "/(team)/stages/export/route", "/sign-in/page"]),
  );
});

test("a member is let in everywhere that strangers are kept out", async ({
  app,
  ask: api,
  formats,
  signedIn,
}) => {
  const secrets = await secretsOf(app, api, formats);
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const said: string[] = [];
  for (const [entry, route] of entries) {
    if (!entry.startsWith("/(team)/") || !entry.endsWith("/page") || route.includes("[")) continue;
    const { response, body, to } = await ask(app, route, {}, cookie);
    expect(response.status, route).toBeLessThan(400);
    expect(to, route).not.toContain("/sign-in");
    said.push(body);
  }
  expect(said.some((body) => secrets.some((secret) => body.includes(secret)))).toBe(true);
});

const strangers: [string, (app: RunningApp) => Promise<string>][] = [
  ["no session", async () => ""],
  ["a made-up session", async () => newSecretToken()],
  [
    "a session that has ended",
    async ({ db }) => {
      const admin = await getFirstAdmin(db);
      const longAgo = new Date(Date.now() - 31 * 86_400_000);
      return startSession(db, { memberId: admin?.id ?? 0, userAgent: null, now: longAgo });
    },
  ],
];

for (const [what, tokenFor] of strangers) {
  test(`every page and route refuses whoever has ${what}`, async ({ app, ask: api, formats, signedIn }) => {
    const secrets = await secretsOf(app, api, formats);
    const token = await tokenFor(app);
    const cookie = token && `${signedIn.cookies[0]?.name}=${token}`;
    for (const { entry, address, way } of questions) {
      const { response, body, to } = await ask(app, address, way, cookie);
      const asked = `${way.method ?? JSON.stringify(way.headers ?? {})} ${address}`;
      const isRefused =
        [401, 404, 405].includes(response.status) ||
        (response.status < 400 && new URL(to, app.url).pathname === "/sign-in") ||
        (way.headers === inApp && /NEXT_REDIRECT;\w+;\/sign-in/.test(body));
      const mayAnswer = !isPrivate(entry) || way.headers === ahead;
      if (!mayAnswer) expect(isRefused, `${asked} answers ${response.status} ${to}`).toBe(true);
      expect(
        secrets.filter((secret) => body.includes(secret)),
        asked,
      ).toEqual([]);
    }
  });
}

test("an address that cannot be read is refused as such", async ({ app }) => {
  const statusOf = async (address: string) =>
    (await fetch(`${app.url}${address}`, { redirect: "manual" })).status;
  for (const address of ["/share/%", "/customers/%FF", "/customers?search=a%00b", "/api/v1/grid?search=%00"])
    expect(await statusOf(address), address).toBe(400);
  expect(await statusOf("/search?q=100%25%C3%A9%FF")).toBe(307);
  for (const address of ["/api/v1/grid?search=%00", "/api/v1/%FF"]) {
    const response = await fetch(`${app.url}${address}`);
    expect(response.headers.get("content-type"), address).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ title: "Bad Request", status: 400 });
  }
});

test("the API answers as the API whatever is asked of it", async ({ app }) => {
  for (const address of ["/api", "/api/v1", "/api/v1/overview", "/api/v1/overview/x", "/api/v2/overview"])
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      const response = await fetch(`${app.url}${address}`, { method });
      expect(response.status, `${method} ${address}`).toBe(401);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
    }
  for (const method of ["TRACE", "PROPFIND"]) {
    const answered = await new Promise<IncomingMessage>((resolve) => {
      request(`${app.url}/api/v1/overview`, { method }, resolve).end();
    });
    answered.resume();
    expect(answered.statusCode, method).toBe(501);
    expect(answered.headers["content-type"]).toBe("application/problem+json");
  }
});

test("who asks for another protocol is answered in this one", async ({ app }) => {
  const address = `${app.url}/api/v1/overview`;
  await fetch(address);
  for (const upgrade of ["h2c", "websocket"]) {
    const answered = await new Promise((resolve) => {
      const asked = request(address, { headers: { connection: "Upgrade", upgrade }, timeout: 10_000 });
      asked.on("response", ({ statusCode }) => resolve(statusCode));
      asked.on("timeout", () => asked.destroy()).on("error", resolve);
      asked.end();
    });
    expect(answered, upgrade).toBe(401);
  }
});
