import { and, asc, eq, sql } from "drizzle-orm";
import { contacts, customers, members, shareLinks, stages } from "@/db/schema";
import { expect } from "@/e2e/support/expect";
import type { RunningApp } from "@/e2e/support/start-app";
import { teamTest } from "@/e2e/support/team-test";
import { logConversation } from "@/lib/log/log-conversation";
import { makeShareLink, type WantedShareLink } from "@/lib/shares/make-share-link";
import { revokeShareLink } from "@/lib/shares/revoke-share-link";
import { type ShareFilter, wholeView } from "@/lib/shares/share-filter";
import { unlockShare } from "@/lib/shares/unlock-share";
import { partsOf } from "@/lib/wording/share-parts";
import { talk } from "@/tests/support/cast";

type OwnApp = RunningApp & { adminId: number };

const names = ["Aardvark Haulage", "Baobab Buses", "Cheetah Couriers", "Dassie Deliveries"];
const passphrase = "blue tyres roll far";
const now = () => new Date();

/** What a masked page must not carry: names, what was noted and agreed, and ids made to be told from other numbers. */
const hidden = [
  ...names,
  "Zanele Contact",
  "Fleet deal",
  "zanele@",
  "Asked about the price",
  "Themba Holder",
  "77000000",
  "88000000",
  "99000000",
];

/** Three customers of Themba's and one of the admin's, each told from the others by its amount and its day. */
async function fill({ db, adminId }: OwnApp) {
  for (const [name, start] of [
    ["customers", 770_000_001],
    ["conversations", 880_000_001],
    ["deals", 990_000_001],
  ] as const)
    await db.execute(sql.raw(`alter sequence ${name}_id_seq restart with ${start}`));
  const [themba] = await db
    .insert(members)
    .values({ name: "Themba Holder", nameKey: "themba holder", role: "member" })
    .returning();
  const [, stage] = await db.select().from(stages).orderBy(asc(stages.position));
  if (!themba || !stage) throw new Error("A team has members and stages.");
  for (const [index, name] of names.entries()) {
    const [customer] = await db.insert(customers).values({ name, nameKey: name.toLowerCase() }).returning();
    if (!customer) throw new Error("An insert returns its row.");
    const [contact] = await db
      .insert(contacts)
      .values({
        customerId: customer.id,
        name: "Zanele Contact",
        nameKey: "zanele contact",
        email: "zanele@x.example",
      })
      .returning();
    await logConversation(
      db,
      talk({
        customerId: customer.id,
        contactId: contact?.id ?? null,
        heldById: index === 3 ? adminId : themba.id,
        on: `2026-05-0${index + 1}`,
        stageId: stage.id,
        amount: `${index + 1}111.00`,
        note: "Asked about the price",
        deal: { name: "Fleet deal" },
      }),
      { actor: { id: adminId, role: "admin" }, now: now(), timeZone: "Africa/Johannesburg" },
    );
  }
  return { themba: themba.id, stage: stage.id };
}

function make({ db, adminId }: OwnApp, wanted: Partial<WantedShareLink> = {}, madeBy = adminId) {
  const view = wanted.view ?? "stages";
  return makeShareLink(db, {
    actor: { id: madeBy, role: "admin" },
    now: now(),
    today: now().toISOString().slice(0, 10),
    wanted: {
      title: "For the bank",
      view,
      filter: { ...wholeView, day: "2026-05-02", sort: "customer" },
      parts: partsOf(view),
      customersMasked: true,
      salespeopleByInitials: true,
      amountsHidden: false,
      passphrase: "",
      expiresAt: null,
      ...wanted,
    },
  });
}

/** What one reads on a page, without what its address and its nonce say. */
function readable(html: string): string {
  return html
    .replace(/<(script|style|head)\b.*?<\/\1>/gs, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

teamTest("a shared page is neither widened nor guessed", { tag: "@any-window" }, async ({ ownApp }) => {
  const { themba, stage } = await fill(ownApp);
  const filter: ShareFilter = { ...wholeView, day: "2026-05-02", salespersonId: themba, sort: "customer" };
  const { id, token } = await make(ownApp, { filter, passphrase });
  const other = await make(ownApp, { passphrase });
  const attempt = { token, passphrase, address: undefined };
  const opened = await unlockShare(ownApp.db, "any key", attempt, now());
  if (opened.kind !== "open") throw new Error("The passphrase opens.");
  const cookie = `pipelog-share=${opened.unlock}`;
  const ask = async (address: string, way: RequestInit = {}) => {
    const headers = { accept: "text/html", cookie, ...way.headers };
    const response = await fetch(`${ownApp.url}${address}`, { redirect: "manual", ...way, headers });
    const body = await response.text();
    expect(
      hidden.filter((secret) => body.includes(secret)),
      `${way.method ?? "GET"} ${address}`,
    ).toEqual([]);
    return { response, body };
  };
  const home = `/share/${token}`;

  const first = await ask(home);
  expect(first.response.status).toBe(200);
  const shown = readable(first.body);
  for (const said of ["For the bank", "Highveld Tyres", "TH", "Customer 1", "Customer 2", "1 111,00"])
    expect(shown.replace(/\s/g, " ")).toContain(said);
  for (const beyond of ["Customer 3", "3 111", "4 111"])
    expect(shown.replace(/\s/g, " "), "later days and others' deals").not.toContain(beyond);
  expect(first.body).toMatch(/<head>.*<meta property="og:title" content="For the bank"/s);
  expect(first.body).toContain('<meta property="og:site_name" content="Highveld Tyres"');
  expect(first.body).not.toContain("og:description");
  const { headers } = first.response;
  expect(headers.get("x-robots-tag")).toContain("noindex");
  expect(headers.get("cache-control")).toContain("no-store");
  expect(headers.get("referrer-policy")).toBe("same-origin");
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(first.body).not.toMatch(/href="\/(customers|deals|conversations|stages|log)/);

  const cursor = Buffer.from(JSON.stringify(["Aardvark", "2026-05-02T00:00:00Z", 880000001])).toString(
    "base64url",
  );
  const sameWhateverIsAdded = [
    "?salesperson=1",
    "?salesperson=",
    "?to=2026-06-30",
    "?from=2001-01-01&to=2026-06-30",
    "?period=this-year",
    `?stage=${stage}`,
    "?search=Baobab",
    "?sort=customer",
    "?sort=-amount",
    `?cursor=${cursor}`,
    "?cursor=2",
    "?cursor=-1&cursor=999999",
    "?view=analysis&parts=funnel&customersMasked=false&amountsHidden=false",
    "?day=2026-06-30&isFrozen=false&token=x",
    "?rsc=1&preview=1",
  ];
  for (const search of sameWhateverIsAdded)
    expect(readable((await ask(`${home}${search}`)).body), search).toBe(shown);

  const views = async () =>
    (await ownApp.db.select().from(shareLinks).where(eq(shareLinks.id, id)))[0]?.views ?? 0;
  const counted = await views();
  await ask(home, { method: "HEAD" });
  await ask(`${home}?cursor=1`);
  await ask(`${home}?cursor=2`);
  await ask(home, { headers: { accept: "*/*", rsc: "1" } });
  expect(await views(), "what looks whether the link is there, and its own pages").toBe(counted);
  await ask(home);
  expect(await views()).toBe(counted + 1);

  const rsc = (tree: unknown): RequestInit => ({
    headers: { rsc: "1", "next-router-state-tree": encodeURIComponent(JSON.stringify(tree)) },
  });
  const team = ["", { children: ["(team)", { children: ["stages", {}] }] }, null, null, true];
  for (const way of [
    rsc(["", {}, null, null, true]),
    rsc(team),
    { headers: { rsc: "1", "next-router-prefetch": "1" } },
  ])
    await ask(`${home}?salesperson=1&to=2026-06-30`, way);
  for (const [name, value] of [
    ["x-middleware-subrequest", "proxy:proxy:proxy:proxy:proxy"],
    ["x-pipelog-path", "/stages"],
    ["x-forwarded-host", "elsewhere.example"],
    ["x-http-method-override", "PUT"],
  ] as const)
    expect(readable((await ask(home, { headers: { [name]: value } })).body), name).toBe(shown);
  const form = new URLSearchParams({ salesperson: "1", to: "2026-06-30", customerNames: "on" });
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) await ask(home, { method, body: form });

  for (const path of ["export", "stages", "overview", "opengraph-image", "..%2fstages", "alive/stages"])
    expect((await ask(`${home}/${path}`)).response.status, path).toBe(404);
  const asSession = { headers: { cookie: `pipelog-session=${opened.unlock}; ${cookie}` } };
  for (const path of [
    "/",
    "/stages",
    "/stages/export",
    "/customers",
    "/customers/7",
    "/settings/shared-links",
  ])
    for (const way of [{}, asSession]) {
      const { response } = await ask(path, way);
      expect(response.headers.get("location"), path).toMatch(/^\/sign-in/);
    }
  for (const bearer of [token, opened.unlock, `pipelog_${token}`])
    for (const figure of ["overview", "grid"]) {
      const { response } = await ask(`/api/v1/${figure}`, { headers: { authorization: `Bearer ${bearer}` } });
      expect(response.status).toBe(401);
    }

  const locked = await ask(`/share/${other.token}`);
  expect(readable(locked.body), "another link with this cookie").toContain("Passphrase");
  expect(readable(locked.body)).not.toContain("Customer 1");
  for (const stranger of ["", "pipelog-share=x", `pipelog-share=${token}`]) {
    const without = await ask(home, { headers: { cookie: stranger } });
    expect(readable(without.body)).toContain("Passphrase");
    expect(without.body).not.toContain("Customer 1");
    expect((await ask(`${home}/alive`, { headers: { cookie: stranger } })).response.status).toBe(404);
  }
  expect((await ask(`${home}/alive`)).response.status).toBe(204);
});

teamTest(
  "unknown, over, revoked and of somebody removed is one identical 404",
  { tag: "@any-window" },
  async ({ ownApp }) => {
    const { themba } = await fill(ownApp);
    const { db, adminId } = ownApp;
    const made = {
      over: await make(ownApp),
      revoked: await make(ownApp),
      removed: await make(ownApp, {}, themba),
    };
    await db.update(shareLinks).set({ expiresAt: now() }).where(eq(shareLinks.id, made.over.id));
    const admin = { id: adminId, role: "admin" as const };
    await revokeShareLink(db, { id: made.revoked.id, version: 1, actor: admin, now: now() });
    await db
      .update(members)
      .set({ removedAt: now() })
      .where(and(eq(members.id, themba)));
    const flipped = `${made.over.token.slice(0, -1)}${made.over.token.endsWith("A") ? "B" : "A"}`;
    const answers = [];
    for (const token of ["x".repeat(43), flipped, made.over.token, made.revoked.token, made.removed.token]) {
      const response = await fetch(`${ownApp.url}/share/${token}`);
      const nonce = /nonce-([^']+)/.exec(response.headers.get("content-security-policy") ?? "")?.[1] ?? "";
      const plain = (text: string) => text.replaceAll(token, "TOKEN").replaceAll(nonce, "NONCE");
      const headers = [...response.headers].filter(([name]) => name !== "date");
      answers.push({
        status: response.status,
        headers: plain(JSON.stringify(headers)),
        body: plain(await response.text()),
      });
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: 404, headers: expect.stringContaining("noindex") });
  },
);

teamTest(
  "a view is shared with a passphrase, read in a clean browser, extended, and revoked while open",
  { tag: "@any-window" },
  async ({ page, ownApp, browser }) => {
    const { stage: stageId } = await fill(ownApp);
    await page.goto("/stages?sort=customer");
    await page.getByRole("link", { name: "Share" }).click();
    await page.getByLabel("Title").fill("");
    await page.getByRole("checkbox", { name: "Show customers' names" }).check();
    const share = page.getByRole("button", { name: "Make the link" });
    await share.click();
    await expect(page.getByText("Enter a title.")).toBeVisible();
    await page.getByLabel("Title").fill("The bank’s view");
    await share.click();
    await expect(page.getByLabel("Passphrase")).toBeFocused();
    await expect(page.getByText("needs a passphrase.")).toBeInViewport();
    await expect(page.getByRole("checkbox", { name: "Show customers' names" })).toBeChecked();
    await page.getByRole("checkbox", { name: "Show customers' names" }).uncheck();
    await page.getByLabel("Passphrase").fill(passphrase);
    await page.getByLabel("Last day").fill("2026-01-01");
    await share.click();
    await expect(page.getByLabel("Last day")).toBeFocused();
    await expect(page.getByText("The last day must be today or later.")).toBeVisible();
    await expect(page.getByLabel("Passphrase")).toHaveValue(passphrase);
    await page.getByLabel("Last day").fill("2036-01-01");
    // A day of which a part is missing is sent as none: the link would have no end.
    await page.getByLabel("Last day").press("Backspace");
    await page.getByLabel("Title").focus();
    await share.click();
    await expect(page.getByLabel("Last day")).toBeFocused();
    await page.getByLabel("Last day").fill("2036-01-01");
    await share.click();
    await expect(page.getByLabel("Link", { exact: true })).toBeInViewport();
    await expect(page.getByText("is shared with whoever knows the passphrase")).toBeVisible();
    const address = await page.getByLabel("Link", { exact: true }).inputValue();
    await page.getByLabel("Title").press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "to make another" })).toBeFocused();
    await expect(page.getByLabel("Link", { exact: true })).toHaveValue(address);
    expect(await ownApp.db.$count(shareLinks)).toBe(1);

    const guest = await browser.newPage();
    await guest.goto(address);
    await guest.getByLabel("Passphrase").fill("a wrong one");
    await guest.getByRole("button", { name: "Open" }).click();
    await expect(guest.getByText("This is not the passphrase.")).toBeVisible();
    await guest.getByLabel("Passphrase").fill(passphrase);
    await guest.getByRole("button", { name: "Open" }).click();
    await expect(guest.getByRole("heading", { level: 1, name: "The bank’s view" })).toBeVisible();
    const grid = guest.getByRole("table", { name: "Customers by their last sales conversation" });
    await expect(grid.getByRole("rowheader")).toHaveText([
      "Customer 1",
      "Customer 2",
      "Customer 3",
      "Customer 4",
    ]);
    expect(await guest.evaluate(() => document.cookie)).toBe("");
    const [cookie, ...more] = await guest.context().cookies(`${address}/alive`);
    expect(more).toEqual([]);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: new URL(address).pathname });
    const content = await guest.content();
    expect(names.filter((name) => content.includes(name))).toEqual([]);
    await guest.emulateMedia({ media: "print" });
    await expect(guest.getByText("As of", { exact: true })).toBeVisible();
    await guest.emulateMedia({ media: null });

    await page.goto("/settings/shared-links");
    const row = page.getByRole("listitem").filter({ hasText: "The bank’s view" });
    await expect(row).toContainText("customers masked");
    await expect(row).toContainText("1 view, the last");
    await row.getByRole("link", { name: "Change or revoke" }).click();
    await expect(page.getByText(/^Good up to 0?1 Jan 2036\.$/)).toBeVisible();
    await expect(page.getByLabel("Last day")).toHaveValue("2036-01-01");
    await page.getByLabel("Last day").fill("2026-01-01");
    await page.getByRole("button", { name: "Set the last day" }).click();
    await expect(page.getByText("The last day must be today or later.")).toBeVisible();
    await page.getByLabel("Last day").fill("2036-12-31");
    await page.getByRole("button", { name: "Set the last day" }).click();
    await expect(row).toContainText("good up to 31 Dec 2036");

    await guest.clock.install();
    await guest.reload();
    await expect(grid).toBeVisible();
    const [first] = await ownApp.db.select().from(customers).orderBy(asc(customers.id));
    if (!first) throw new Error("There are customers.");
    await logConversation(
      ownApp.db,
      talk({ customerId: first.id, heldById: ownApp.adminId, on: "2026-06-01", stageId, amount: "8765.00" }),
      { actor: { id: ownApp.adminId, role: "admin" }, now: now(), timeZone: "Africa/Johannesburg" },
    );
    await guest.clock.fastForward(61_000);
    await expect(grid).toContainText(/8\s765/);
    expect(await ownApp.db.select({ views: shareLinks.views }).from(shareLinks)).toEqual([{ views: 2 }]);
    await row.getByRole("link", { name: "Change or revoke" }).click();
    await page.getByRole("button", { name: "Revoke the link" }).click();
    await expect(page.getByText("Nothing is shared")).toBeVisible();
    await guest.clock.fastForward(61_000);
    await expect(guest.getByRole("heading", { name: "This link leads nowhere" })).toBeVisible();
    await expect(grid).toHaveCount(0);
    await guest.close();
  },
);

teamTest.describe("without JavaScript", { tag: "@any-window" }, () => {
  teamTest.use({ javaScriptEnabled: false });

  teamTest("a view is shared, locked and opened", async ({ page, ownApp, browser }) => {
    await fill(ownApp);
    await page.goto("/analysis?period=last-month&to=2026-06-20");
    await page.getByRole("link", { name: "Share" }).click();
    await page.getByLabel("Title").fill("");
    await page.getByLabel("Passphrase").fill("short");
    await page.getByRole("button", { name: "Make the link" }).click();
    await expect(page.getByText("Enter a title.")).toBeVisible();
    await expect(page.getByText("A passphrase has at least 8 characters.")).toBeVisible();
    await page.getByLabel("Title").fill("By stage");
    await page.getByRole("button", { name: "Make the link" }).click();
    await expect(page.getByLabel("Title")).toHaveValue("By stage");
    await expect(page.getByText("A passphrase has at least 8 characters.")).toBeVisible();
    await page.getByLabel("Passphrase").fill(passphrase);
    await page.getByLabel("Title").fill("");
    await page.getByRole("button", { name: "Make the link" }).click();
    await expect(page.getByLabel("Passphrase")).toHaveValue(passphrase);
    await page.getByLabel("Title").fill("By stage");
    await page.getByRole("button", { name: "Make the link" }).click();
    const address = await page.getByLabel("Link", { exact: true }).inputValue();

    const guest = await browser.newPage({ javaScriptEnabled: false });
    await guest.goto(address);
    await guest.getByLabel("Passphrase").fill("a wrong one");
    await guest.getByRole("button", { name: "Open" }).click();
    await expect(guest.getByText("This is not the passphrase.")).toBeVisible();
    await guest.getByLabel("Passphrase").fill(passphrase);
    await guest.getByRole("button", { name: "Open" }).click();
    await expect(guest.getByRole("heading", { level: 1, name: "By stage" })).toBeVisible();
    await expect(guest.getByText("1–31 May 2026").first()).toBeVisible();
    await guest.close();
  });
});
