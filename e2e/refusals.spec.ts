import { asc } from "drizzle-orm";
import {
  channels,
  contacts,
  conversations,
  customers,
  deals,
  members,
  quarantinedEntries,
  stages,
  topics,
} from "@/db/schema";
import { addressOf, type BuiltAction, builtActions, builtRoutes } from "@/e2e/support/built-app";
import { databaseContent } from "@/e2e/support/database-content";
import { expect } from "@/e2e/support/expect";
import { sessionCookieName } from "@/e2e/support/let-in";
import { plausibleFields } from "@/e2e/support/plausible-fields";
import type { RunningApp } from "@/e2e/support/start-app";
import { teamTest } from "@/e2e/support/team-test";
import { startSession } from "@/lib/auth/session";
import { mergeCustomers } from "@/lib/customers/merge-customers";
import { logConversation } from "@/lib/log/log-conversation";
import { inviteMember } from "@/lib/members/invite-member";
import { makeShareLink } from "@/lib/shares/make-share-link";
import { wholeView } from "@/lib/shares/share-filter";
import { makeToken } from "@/lib/tokens/make-token";
import { talk } from "@/tests/support/cast";

/** What an action answers a script that nobody signed in sent it by, and nothing beside. */
const signedOut = '{"errors":{},"values":{},"isSignedOut":true}';

type OwnApp = RunningApp & { adminId: number };

teamTest.describe.configure({ timeout: 300_000 });
// The forms that are read here are the same without it, and come sooner.
teamTest.use({ javaScriptEnabled: false });

const idOf = (rows: { id: number }[]) => {
  const [row] = rows;
  if (!row) throw new Error("An insert returns its row.");
  return row.id;
};

/** Something of each kind, so that every address leads somewhere. */
async function fill({ db, adminId }: OwnApp) {
  const admin = { actor: { id: adminId, role: "admin" as const }, now: new Date() };
  const customerId = idOf(
    await db.insert(customers).values({ name: "Lynx Leasing", nameKey: "lynx leasing" }).returning(),
  );
  const contactId = idOf(
    await db.insert(contacts).values({ customerId, name: "Zanele", nameKey: "zanele" }).returning(),
  );
  const [, stage] = await db.select().from(stages).orderBy(asc(stages.position));
  const entry = talk({
    customerId,
    heldById: adminId,
    on: "2026-05-04",
    stageId: stage?.id ?? 0,
    followUpOn: "2026-05-11",
  });
  await logConversation(db, entry, { ...admin, timeZone: "Africa/Johannesburg" });
  await db.insert(members).values({ name: "Sipho", nameKey: "sipho", role: "member" });
  const viewerId = idOf(
    await db
      .insert(members)
      .values({ name: "Vera", nameKey: "vera", role: "viewer", email: "vera@x.example", passwordHash: "x" })
      .returning(),
  );
  await inviteMember(db, { ...admin, invitee: { name: "Dineo" }, role: "member" });
  await makeToken(db, { ...admin, name: "Sheet" });
  const { id: linkId, token } = await makeShareLink(db, {
    ...admin,
    today: "2026-05-05",
    wanted: {
      title: "For the bank",
      view: "overview",
      filter: wholeView,
      parts: ["headline"],
      customersMasked: true,
      salespeopleByInitials: false,
      amountsHidden: false,
      passphrase: "not the plausible one",
      expiresAt: null,
    },
  });
  const [channel, otherChannel] = await db.select().from(channels).orderBy(asc(channels.id));
  const [topic] = await db
    .insert(topics)
    .values(["Prices", "Delivery"].map((name) => ({ name, nameKey: name.toLowerCase() })))
    .returning();
  const [mergedId, otherId] = await Promise.all(
    ["Lynx Leasing Ltd", "Lynx Leases"].map(async (name) =>
      idOf(await db.insert(customers).values({ name, nameKey: name.toLowerCase() }).returning()),
    ),
  );
  const mergeId = await mergeCustomers(db, { ...admin, fromId: mergedId ?? 0, intoId: customerId });
  await db.insert(quarantinedEntries).values({
    memberId: viewerId,
    deviceId: crypto.randomUUID(),
    entry: { customer: "Lynx Leasing", note: "Too late" },
  });
  const ids = {
    channels: otherChannel?.id ?? channel?.id ?? 0,
    topics: (topic?.id ?? 0) + 1,
    customers: customerId,
    contacts: contactId,
    conversations: idOf(await db.select().from(conversations)),
    deals: idOf(await db.select().from(deals)),
    pipeline: stage?.id ?? 0,
    members: viewerId,
    merges: mergeId,
    quarantine: idOf(await db.select().from(quarantinedEntries)),
    privacy: "contact",
    "[kind]": contactId,
    invite: "made-up",
    "new-password": "made-up",
    share: token,
    "shared-links": linkId,
    api: "v1/overview/x",
    v1: "overview",
    auth: "csrf",
  };
  return { ids, viewerId, otherId };
}

async function cookieOf({ db }: OwnApp, memberId: number): Promise<string> {
  return `${sessionCookieName}=${await startSession(db, { memberId, userAgent: null, now: new Date() })}`;
}

/** Posts an action as its form does without JavaScript, by no session; `bound` is what is tampered with. */
async function postPlain(
  { url }: OwnApp,
  action: BuiltAction,
  address: string,
  fields: [string, string][],
  { bound = [{ errors: {}, values: {} }], cookie = "" }: { bound?: unknown[]; cookie?: string } = {},
) {
  const body = new FormData();
  body.append("$ACTION_REF_1", "");
  body.append("$ACTION_1:0", JSON.stringify({ id: action.id, bound: "$@1" }));
  body.append("$ACTION_1:1", JSON.stringify(bound));
  for (const [name, value] of fields) body.append(name, value);
  const headers = { origin: url, ...(cookie ? { cookie } : {}) };
  const sent = { method: "POST", redirect: "manual", headers, body } as const;
  const response = await fetch(`${url}${address}`, sent);
  return { status: response.status, redirect: response.headers.get("location") };
}

/** Posts an action as its form does: the state before, then the fields. */
async function post(
  { url }: OwnApp,
  action: BuiltAction,
  address: string,
  { fields, cookie }: { fields: readonly [string, string][]; cookie?: string },
) {
  const body = new FormData();
  for (const [name, value] of fields) body.append(`_1_${name}`, value);
  body.append("0", JSON.stringify([{ errors: {}, values: {} }, "$K1"]));
  const response = await fetch(`${url}${address}`, {
    method: "POST",
    redirect: "manual",
    headers: { "next-action": action.id, origin: url, ...(cookie ? { cookie } : {}) },
    body,
  });
  const redirect = response.headers.get("x-action-redirect") ?? response.headers.get("location");
  return { status: response.status, redirect, text: await response.text() };
}

teamTest("every action refuses a stranger and a viewer, and writes nothing", async ({ page, ownApp }) => {
  const { ids, viewerId, otherId } = await fill(ownApp);
  const actions = builtActions();
  expect(actions.length).toBeGreaterThan(15);
  const known = new Map<string, [string, string][]>();
  const order = (await ownApp.db.select().from(stages).orderBy(asc(stages.position))).map(({ id }) => id);
  const askedFor = [
    [/outcome$/, "?to=won"],
    [/customers\/\d+\/merge$/, `?with=${otherId}`],
    [/pipeline\/order$/, `?seen=${order}&wanted=${order.toReversed()}`],
    [/merge$/, `?into=${order[0]}`],
  ] as const;
  const plausible = async ({ pages }: BuiltAction) => {
    const addresses = pages.map((path) => addressOf(path, ids));
    for (const address of addresses.filter((each) => !known.has(each))) {
      const query = askedFor.find(([end]) => end.test(address))?.[1] ?? "";
      known.set(address, await plausibleFields(page, address + query));
    }
    const fields = [...new Map(addresses.flatMap((address) => known.get(address) ?? []))];
    return { address: addresses[0] ?? "/", fields };
  };
  const told: string[] = [];
  const before = await databaseContent(ownApp.db);
  for (const action of actions) {
    const { address, fields: filled } = await plausible(action);
    for (const fields of [[], filled]) {
      const asStranger = await post(ownApp, action, address, { fields });
      expect(asStranger.status, `${action.name} to a stranger`).toBeLessThan(500);
      if (!action.isEntrance) {
        const rows = asStranger.text.trim().split("\n");
        const isTold = rows.length === 2 && rows[1] === `1:${signedOut}`;
        const isSent = /^\/sign-in/.test(asStranger.redirect ?? "");
        expect(isTold || isSent, `${action.name} refuses a stranger: ${asStranger.text}`).toBe(true);
        const plain = await postPlain(ownApp, action, address, fields);
        expect(plain.redirect, `${action.name} sends a stranger to the sign-in`).toMatch(/^\/sign-in/);
      }
      if (action.isOwn) continue;
      const cookie = await cookieOf(ownApp, viewerId);
      const asViewer = await post(ownApp, action, address, { fields, cookie });
      expect(asViewer.status, `${action.name} to a viewer`).toBeLessThan(500);
      if (asViewer.redirect) expect(asViewer.redirect, action.name).toMatch(/^\/sign-in/);
      if (/Only an? (member or an )?admin/.test(asViewer.text)) told.push(action.name);
    }
    expect(await databaseContent(ownApp.db), `${action.name} wrote`).toEqual(before);
  }
  const closed = actions.filter(({ isEntrance, isOwn }) => !isEntrance && !isOwn);
  expect(told.length, "most actions told the viewer why, so their fields were plausible").toBeGreaterThan(
    closed.length * 0.8,
  );

  const adminCookie = await cookieOf(ownApp, ownApp.adminId);
  for (const [action, cookie] of [
    [actions.find(({ isEntrance }) => isEntrance), ""],
    [closed[0], adminCookie],
  ] as const) {
    if (!action) throw new Error("There are actions of both kinds.");
    const { address, fields } = await plausible(action);
    const tampered = await postPlain(ownApp, action, address, fields, { bound: [], cookie });
    expect(tampered.status, `${action.name} is given no form`).toBeLessThan(500);
  }

  const written: string[] = [];
  let standing = JSON.stringify(before);
  for (const action of closed) {
    const { address, fields } = await plausible(action);
    const cookie = await cookieOf(ownApp, ownApp.adminId);
    await post(ownApp, action, address, { fields, cookie });
    const after = JSON.stringify(await databaseContent(ownApp.db));
    if (after !== standing) written.push(action.name);
    standing = after;
  }
  expect(written.length, "actions that write for an admin, sent just the same").toBeGreaterThan(4);
});

teamTest(
  "every page and route refuses a stranger, a viewer changes nothing by asking, and no two pages have one title",
  async ({ ownApp }) => {
    const { ids, viewerId } = await fill(ownApp);
    const routes = builtRoutes();
    expect(routes.length).toBeGreaterThan(15);
    const before = await databaseContent(ownApp.db);
    const viewer = await cookieOf(ownApp, viewerId);
    for (const { path, kind, isEntrance } of routes) {
      const address = addressOf(path, ids);
      const ask = (method: string, cookie = "") =>
        fetch(`${ownApp.url}${address}`, {
          method,
          redirect: "manual",
          headers: { cookie, origin: ownApp.url },
        });
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
        const response = await ask(method);
        const { status } = response;
        if (address.startsWith("/api/v1/")) expect(status, `${method} ${address}`).toBe(401);
        else if (!isEntrance) {
          const isSent = status >= 300 && status < 400;
          const isRefused = [401, 403, 405].includes(status);
          expect(isSent || isRefused, `${method} ${address} answers a stranger ${status}`).toBe(true);
          if (isSent) expect(response.headers.get("location"), address).toContain("/sign-in");
        }
      }
      const seen = await ask("GET", viewer);
      expect(seen.status, `GET ${address} to a viewer`).toBeLessThan(500);
      if (address.startsWith("/settings"))
        expect(await seen.text()).toContain("Only admins change the settings");
      if (address.startsWith("/api/v1/")) expect(seen.status, "a session is no token").toBe(401);
      if (kind === "route" && !isEntrance)
        for (const method of ["POST", "PUT", "PATCH", "DELETE"])
          expect((await ask(method, viewer)).ok, `${method} ${address} to a viewer`).toBe(false);
    }
    expect(await databaseContent(ownApp.db)).toEqual(before);

    // A title is what a browser's history shows of a page, and what is read out when one comes to it.
    const about = ["Lynx Leas", "Zanele", "For the bank", "Vera", "Delivery"];
    for (const table of [channels, stages])
      for (const { name } of await ownApp.db.select().from(table)) about.push(name);
    const titles: string[] = [];
    const cookie = await cookieOf(ownApp, ownApp.adminId);
    for (const { path, kind, isEntrance } of routes) {
      if (kind !== "page" || isEntrance) continue;
      const answer = await fetch(`${ownApp.url}${addressOf(path, ids)}`, {
        redirect: "manual",
        headers: { cookie },
      });
      if (answer.status !== 200) continue;
      const [, title = ""] = /<title>(.+?)<\/title>/.exec(await answer.text()) ?? [];
      if (path.includes("["))
        expect(
          about.some((name) => title.includes(name)),
          `${path} is titled ${title}`,
        ).toBe(true);
      titles.push(title);
    }
    expect(titles.length).toBeGreaterThan(30);
    expect(titles.filter((title, index) => titles.indexOf(title) < index)).toEqual([]);
  },
);
