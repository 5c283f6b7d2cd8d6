import type { Page } from "@playwright/test";
import { and, eq, sql } from "drizzle-orm";
import { conversations, members, quarantinedEntries, sessions } from "@/db/schema";
import { addLogin } from "@/e2e/support/add-login";
import { cutLine } from "@/e2e/support/cut-line";
import { keptOn, readyForOffline } from "@/e2e/support/device";
import { expect } from "@/e2e/support/expect";
import { expectAccessible, expectNoSidewaysScroll } from "@/e2e/support/expect-accessible";
import { holdBack } from "@/e2e/support/hold-back";
import { openMore, pressChip, pressLog, whatHappened } from "@/e2e/support/log-form";
import { newName } from "@/e2e/support/new-name";
import { dayOf, ownCustomer } from "@/e2e/support/own-customer";
import { signIn, trySignIn } from "@/e2e/support/sign-in";
import type { RunningApp } from "@/e2e/support/start-app";
import { test } from "@/e2e/support/test";
import { followUpDates } from "@/lib/log/follow-up-date";

test.use({ serviceWorkers: "allow" });

const countOf = ({ db }: RunningApp, customerId: number) =>
  db.$count(conversations, eq(conversations.customerId, customerId));

const kept = (page: Page) => whatHappened(page).filter({ hasText: "Kept on this device" });

/** A member of their own on this phone, at the page that logs, with a customer the phone knows. */
async function begin(page: Page, app: RunningApp, kind: string) {
  const customer = await ownCustomer(app, kind);
  const member = await addLogin(app, "member");
  await signIn(page, member);
  await page.goto("/log");
  await readyForOffline(page);
  return { customer, member };
}

/** Changes every row of what this device keeps for its member. */
async function changeKept(page: Page, change: "age" | "delete") {
  await page.evaluate(
    (change) =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open("pipelog");
        request.onsuccess = () => {
          const tx = request.result.transaction("kept", "readwrite");
          const kept = tx.objectStore("kept");
          if (change === "delete") kept.clear();
          else
            kept.getAll().onsuccess = ({ target }) => {
              for (const row of (target as IDBRequest<{ data: { heardAt: string } }[]>).result)
                kept.put({ ...row, data: { ...row.data, heardAt: "2020-01-01T00:00:00.000Z" } });
            };
          tx.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
    change,
  );
}

/** Lets this device have heard from the app last in another year. */
const ageKept = (page: Page) => changeKept(page, "age");

/** Answers what this page fetches to show it anew as an app does that is being updated. */
async function whileUpdated(page: Page) {
  await page.evaluate(() => {
    const { fetch } = window;
    window.fetch = (address, options) =>
      new Headers(options?.headers).has("rsc")
        ? Promise.resolve(new Response("Pipelog is starting.", { status: 503 }))
        : fetch(address, options);
  });
}

/** Has something else than the app answer what this browser asks for as a page. */
async function answerPages(page: Page, status: number, headers: Record<string, string> = {}) {
  const [worker] = page.context().serviceWorkers();
  await worker?.evaluate(
    ([status, headers]) => {
      const { fetch } = globalThis;
      globalThis.fetch = (asked, options) =>
        asked instanceof Request && asked.mode === "navigate"
          ? Promise.resolve(new Response("Pipelog is starting.", { status, headers }))
          : fetch(asked, options);
    },
    [status, headers] as const,
  );
}

/** A browser whose service worker is not woken by a connection, as on an iPhone: pages alone send. */
async function withoutBackgroundSync(page: Page) {
  await page.addInitScript(() => Reflect.deleteProperty(ServiceWorkerRegistration.prototype, "sync"));
}

async function logWithoutConnection(page: Page, name: string, note: string) {
  await page.context().setOffline(true);
  await page.goto("/log");
  await expect(page.getByText("No connection.")).toBeVisible();
  await page.getByLabel("Customer", { exact: true }).pressSequentially(name.slice(-8));
  await page.getByRole("option", { name: new RegExp(name) }).tap();
  await pressChip(page, "Stage", "Proposal sent");
  await page.getByLabel("Note").fill(note);
  await pressLog(page);
  await expect(kept(page)).toBeVisible();
  // The pressed button is gone: who does not see what happened hears it where the focus is.
  await expect(page.locator(":focus")).toContainText("Kept on this device");
}

/** "Log another" where something waits: a form with nothing said, which does not touch what waits. */
async function expectFreshAfterAnother(page: Page) {
  await page.getByRole("button", { name: "Log another" }).click();
  await expect(page.getByText("1 waiting")).toBeVisible();
  await expect(page.getByLabel("Customer", { exact: true })).toHaveValue("");
  await expect(page.getByLabel("Note")).toHaveValue("");
}

/** The notes of the drafts this device keeps, the latest first. */
const draftNotes = (page: Page) =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith("pipelog-drafts-"))
      .flatMap((key): string[] =>
        JSON.parse(localStorage.getItem(key) ?? "[]").map(
          (draft: { values: { note: string } }) => draft.values.note,
        ),
      ),
  );

/** Goes on with the only draft that the form lists as begun and not logged yet. */
async function goOnWithOther(page: Page) {
  await page.getByText("One more is not logged yet").click();
  await page.getByRole("link", { name: "Go on" }).click();
}

/** Removes a member from the team, and ends their sessions. */
async function remove({ db }: RunningApp, memberId: number) {
  await db.update(members).set({ removedAt: new Date() }).where(eq(members.id, memberId));
  await db.delete(sessions).where(eq(sessions.memberId, memberId));
}

/** The notes of a removed member's entries, in the order in which they arrived. */
const quarantinedNotes = ({ db }: RunningApp, memberId: number) =>
  db
    .select({ note: sql<string>`${quarantinedEntries.entry} ->> 'note'` })
    .from(quarantinedEntries)
    .where(eq(quarantinedEntries.memberId, memberId))
    .orderBy(quarantinedEntries.id)
    .then((rows) => rows.map(({ note }) => note));

/** Lets a day pass over what waits on this device: it was made, and opened, yesterday. */
async function letDayPass(page: Page) {
  await page.evaluate(
    ([today = "", yesterday = "", dates = ""]) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open("pipelog");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const tx = request.result.transaction("outbox", "readwrite");
          tx.oncomplete = () => {
            request.result.close();
            resolve();
          };
          const dayBefore = (at: string) => new Date(Date.parse(at) - 86_400_000).toISOString();
          tx.objectStore("outbox").openCursor().onsuccess = ({ target }) => {
            const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
            if (!cursor) return;
            const { recordedAt, heardAt, values } = cursor.value;
            const said = Object.entries(values).map(([field, text]) => [
              field,
              text === today ? yesterday : text,
            ]);
            cursor.update({
              ...cursor.value,
              recordedAt: dayBefore(recordedAt),
              heardAt: dayBefore(heardAt),
              values: { ...Object.fromEntries(said), followUpDates: dates },
            });
            cursor.continue();
          };
        };
      }),
    [dayOf(0), dayOf(-1), followUpDates(dayOf(-1))],
  );
}

/** Shares a text to the app, as a phone does from another one. */
async function shareFromOtherApp(page: Page, text: string) {
  await page.evaluate((said) => {
    const form = document.createElement("form");
    form.method = "post";
    form.enctype = "multipart/form-data";
    form.action = "/log/share";
    const field = document.createElement("textarea");
    field.name = "text";
    field.value = said;
    form.append(field);
    document.body.append(form);
    form.submit();
  }, text);
}

test("logged without a connection, closed, come back: exactly one conversation", async ({ page, app }) => {
  const { customer, member } = await begin(page, app, "Impala Imports");
  const context = page.context();
  const since = await ownCustomer(app, "Civet Couriers");
  await ageKept(page);
  // Answered is not kept yet: the line is cut once the device tells that what it keeps has changed.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        addEventListener("pipelog-outbox", () => resolve(), { once: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }),
  );
  await logWithoutConnection(page, customer.name, "At the gate");
  expect(await countOf(app, customer.id)).toBe(0);
  await page.close();

  const again = await context.newPage();
  await again.goto("/follow-ups");
  await again.getByRole("button", { name: "Waiting (1)" }).click();
  await expect(again.getByText("At the gate")).toBeVisible();
  await expectAccessible(again);
  await again.getByRole("button", { name: "Customers" }).click();
  await again.getByLabel("Find a customer").fill(customer.name);
  await expect(again.getByRole("link", { name: new RegExp(customer.name) })).toBeVisible();
  await again.getByLabel("Find a customer").fill(since.name);
  await expect(again.getByRole("link", { name: new RegExp(since.name) })).toBeVisible();
  await again.getByLabel("Find a customer").clear();
  await expect(again.getByText(/^due since/).first()).toBeVisible();
  // A phone's window with text twice as large.
  await again.setViewportSize({ width: 180, height: 370 });
  await expectNoSidewaysScroll(again);
  await again.getByRole("button", { name: "Yours" }).click();
  await expect(again.getByText(/^As of .+ \d/)).toBeVisible();
  await expect(again.getByText("You had not logged anything then.")).toBeVisible();

  await context.setOffline(false);
  const tabs = await Promise.all([context.newPage(), context.newPage()]);
  const open = again.getByRole("link", { name: "Open Pipelog" });
  await Promise.all([...tabs.map((tab) => tab.goto("/follow-ups")), open.click()]);
  await expect(again.getByRole("heading", { name: "Follow-ups", level: 1 })).toBeVisible();
  await expect.poll(() => countOf(app, customer.id)).toBe(1);
  await expect.poll(() => keptOn(again).then(({ outbox }) => outbox)).toBe(0);
  const [talk] = await app.db.select().from(conversations).where(eq(conversations.customerId, customer.id));
  expect(talk).toMatchObject({ recordedById: member.id, note: "At the gate", version: 1 });
  expect(talk?.deviceRecordedAt).toBeInstanceOf(Date);
});

test("cut between commit and answer, sent twice at once: one conversation", async ({ page, app }) => {
  await withoutBackgroundSync(page);
  const { customer } = await begin(page, app, "Jackal Joinery");
  const line = await cutLine(page, "back from the app");
  await page.goto(`/log?customer=${customer.id}`);
  await page.getByLabel("Note").fill("In the lift");
  await page.getByRole("button", { name: "Log", exact: true }).dblclick();
  await expect(kept(page)).toBeVisible();
  await expectFreshAfterAnother(page);
  await page.getByRole("link", { name: "1 waiting" }).click();
  await page.getByRole("link", { name: /^Open/ }).click();
  await expect(page.getByLabel("Note")).toHaveValue("In the lift");
  await page.getByLabel("Note").fill("In the lift, and after it");
  await pressLog(page);
  await expect(kept(page)).toBeVisible();
  await expectFreshAfterAnother(page);
  await page.getByLabel("Customer", { exact: true }).fill(customer.name.slice(0, -2));
  await page.getByLabel("Note").fill("Whose was it?");
  await pressLog(page);
  await expect(kept(page)).toBeVisible();
  await page.goto("/log/waiting");
  await expect(page.getByText("Waits for a connection.")).toHaveCount(2);
  await expectAccessible(page);
  expect(line.cuts()).toBeGreaterThan(0);
  expect(await countOf(app, customer.id)).toBe(1);
  await line.restore();
  await page.getByRole("button", { name: "Send now" }).dblclick();
  await expect(page.getByText("What stands here waits for your answer")).toBeVisible();
  await expect(page.getByText("Which customer is meant?")).toBeVisible();
  await expect(page.getByText("has been logged once already")).toBeVisible();
  expect(await countOf(app, customer.id)).toBe(1);
  await page
    .getByRole("link", { name: `Answer the conversation with ${customer.name}`, exact: true })
    .click();
  await expect(page.getByRole("link", { name: "open that conversation" })).toBeVisible();
  await expect(page.getByRole("link", { name: "2 waiting, answer needed" })).toBeVisible();
  await pressLog(page);
  await expect(whatHappened(page)).toContainText("Logged.");
  expect(await countOf(app, customer.id)).toBe(2);
  await page.getByRole("link", { name: "1 waiting, answer needed" }).click();
  await expect(page.getByText("Which customer is meant?")).toBeVisible();
  await expect(page.getByText("has been logged once already")).toBeHidden();
  await page.locator("summary", { hasText: "Discard…" }).press("Enter");
  await expect(page.locator(":focus")).toContainText("Discard…");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Nothing waits on this device")).toBeFocused();
  expect(await countOf(app, customer.id)).toBe(2);
});

const nameIn = (form: Page) => form.getByLabel("Name", { exact: true });
const darkIn = (form: Page) => form.getByRole("radio", { name: "Dark" });
const topicIn = (form: Page) => form.getByLabel("What you mostly talk about");
const fillings = [
  {
    what: "typed",
    fill: (form: Page) => nameIn(form).fill("Hyrax"),
    expectIn: (form: Page) => expect(nameIn(form)).toHaveValue("Hyrax"),
  },
  {
    what: "ticked",
    fill: (form: Page) => darkIn(form).check(),
    expectIn: (form: Page) => expect(darkIn(form)).toBeChecked(),
  },
  {
    what: "chosen",
    fill: (form: Page) => topicIn(form).selectOption({ index: 1 }),
    expectIn: (form: Page) => expect(topicIn(form)).not.toHaveValue(""),
  },
];
for (const { what, fill, expectIn } of fillings)
  test(`what waits goes out beside a form that is being filled in: also after an update of the app, what is ${what} stays`, async ({
    page,
    app,
  }) => {
    await withoutBackgroundSync(page);
    const { customer } = await begin(page, app, "Hyrax Haulage");
    await cutLine(page, "to the app");
    await page.goto(`/log?customer=${customer.id}`);
    await page.getByLabel("Note").fill("While it was updated");
    await pressLog(page);
    await expect(kept(page)).toBeVisible();
    const form = await page.context().newPage();
    const line = await cutLine(form, "to the app");
    await form.goto("/profile");
    await readyForOffline(form);
    await fill(form);
    await ageKept(form);
    await page.close();
    await whileUpdated(form);
    await line.restore();
    const isRenewed = form.waitForResponse("**/log/device-data");
    await form.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await isRenewed;
    expect(await countOf(app, customer.id)).toBe(1);
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await expect(form.getByText("Your profile is saved.")).toBeVisible();
    await form.reload();
    await expectIn(form);
  });

test("answered a day later: the clock is not called wrong, and the promise is for the day that was pressed", async ({
  page,
  app,
}) => {
  await withoutBackgroundSync(page);
  const { customer, member } = await begin(page, app, "Lechwe Lamps");
  const line = await cutLine(page, "to the app");
  await page.getByLabel("Customer", { exact: true }).fill(customer.name.slice(0, -2));
  await page.getByLabel("Note").fill("Whose was it?");
  await openMore(page);
  await pressChip(page, "Follow-up", "Tomorrow");
  await pressLog(page);
  await expect(kept(page)).toBeVisible();
  await letDayPass(page);
  await page.goto("/log/waiting");
  await expect(page.getByText("Waits for a connection.")).toBeVisible();
  await line.restore();
  await page.getByRole("button", { name: "Send now" }).click();
  await page.getByRole("link", { name: /^Answer/ }).click();
  await expect(page.getByLabel("Day of the follow-up")).toHaveValue(dayOf(0));
  await page
    .getByRole("group", { name: "Which customer is meant?" })
    .getByText(customer.name, { exact: true })
    .click();
  await pressLog(page);
  await expect(whatHappened(page)).toContainText("Logged.");
  const talks = await app.db.select().from(conversations).where(eq(conversations.customerId, customer.id));
  expect(talks).toMatchObject([
    { recordedById: member.id, localDate: dayOf(-1), followUpOn: dayOf(0), note: "Whose was it?" },
  ]);
});

test("a session that ends in between: what waits is sent, and a draft is there again, once signed in", async ({
  page,
  app,
}) => {
  const { customer, member } = await begin(page, app, "Kudu Kilns");
  const signOutEverywhere = () => app.db.delete(sessions).where(eq(sessions.memberId, member.id));
  const other = await page.context().newPage();
  await other.goto("/log");
  await readyForOffline(other);
  await other.getByLabel("Note").fill("Typed in another tab");
  await expect.poll(() => draftNotes(other)).toEqual(["Typed in another tab"]);
  await other.close();
  await page.getByLabel("Customer", { exact: true }).fill(customer.name);
  await page.getByLabel("Note").fill("Typed before the session ended");
  await signOutEverywhere();
  await pressLog(page);
  await expect(page).toHaveURL(/sign-in\?next=/);
  expect(await countOf(app, customer.id)).toBe(0);
  await trySignIn(page, member.email, member.password);
  await expect(page.getByText("This is what you had not logged yet.")).toBeVisible();
  await expect(page.getByLabel("Note")).toHaveValue("Typed before the session ended");
  await page.reload();
  await expect(page.getByLabel("Note")).toHaveValue("Typed before the session ended");
  await goOnWithOther(page);
  await expect(page.getByLabel("Note")).toHaveValue("Typed in another tab");
  await page.goto("/log");
  await expect(page.getByLabel("Note")).toHaveValue("Typed before the session ended");
  await pressLog(page);
  await expect(whatHappened(page)).toContainText("Logged.");
  expect(await countOf(app, customer.id)).toBe(1);

  await page.goto("/log");
  await expect(page.getByLabel("Note")).toHaveValue("Typed in another tab");
  await page.getByRole("button", { name: "Start afresh" }).click();
  await expect(page.getByRole("heading", { name: "Log a conversation" })).toBeFocused();
  await expect(page.getByLabel("Note")).toHaveValue("");
  expect(await draftNotes(page)).toEqual([]);
  await readyForOffline(page);
  await logWithoutConnection(page, customer.name, "Waits for a session");
  await signOutEverywhere();
  await page.context().setOffline(false);
  await page.goto("/log");
  await expect(page).toHaveURL(/sign-in/);
  await expect.poll(() => keptOn(page)).toMatchObject({ outbox: 1, data: 0 });
  expect(await countOf(app, customer.id)).toBe(1);
  await signIn(page, member);
  await expect.poll(() => countOf(app, customer.id)).toBe(2);
});

test("a removed member's entries wait for an admin, and the device forgets the rest", async ({
  page,
  app,
  browser,
  signedIn,
}) => {
  await withoutBackgroundSync(page);
  const { customer, member } = await begin(page, app, "Leopard Logistics");
  const loggedBefore = await ownCustomer(app, "Lechwe Lamps");
  const line = await cutLine(page, "back from the app");
  await page.getByLabel("Customer", { exact: true }).fill(customer.name.slice(0, -2));
  await page.getByLabel("Note").fill("Whose was it?");
  await pressLog(page);
  await expect(kept(page)).toBeVisible();
  await page.goto(`/log?customer=${loggedBefore.id}`);
  await page.getByLabel("Note").fill("Logged before");
  await pressLog(page);
  await expect(kept(page)).toBeVisible();
  await page.goto("/log/waiting");
  await page.getByRole("link", { name: `Open the conversation with ${loggedBefore.name}` }).click();
  await expect(page.getByLabel("Note")).toHaveValue("Logged before");
  await page.getByLabel("Note").fill("Logged before, and more was said");
  await pressLog(page);
  await expect(kept(page)).toBeVisible();
  await line.restore();
  await page.goto("/log/waiting");
  await expect(page.getByText("Which customer is meant?")).toBeVisible();
  await expect(page.getByText("has been logged once already")).toBeVisible();
  await logWithoutConnection(page, customer.name, "Sold on the last day");
  await page.getByRole("button", { name: "Log another" }).click();
  await remove(app, member.id);
  const sending = await holdBack(page, "**/log/outbox");
  const isSent = page.waitForRequest("**/log/outbox");
  await page.context().setOffline(false);
  await isSent;
  await page.getByLabel("Customer", { exact: true }).fill(customer.name);
  await page.getByLabel("Note").fill("While that was on its way");
  await pressLog(page);
  await expect.poll(() => keptOn(page)).toMatchObject({ outbox: 4 });
  await sending.letGo();
  await expect
    .poll(() => quarantinedNotes(app, member.id))
    .toEqual([
      "Sold on the last day",
      "Whose was it?",
      "Logged before, and more was said",
      "While that was on its way",
    ]);
  await page.goto("/log");
  await expect(page).toHaveURL(/sign-in/);
  await expect.poll(() => keptOn(page)).toEqual({ outbox: 0, kept: 0, data: 0 });
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(await countOf(app, customer.id)).toBe(0);

  const context = await browser.newContext({ storageState: signedIn, baseURL: app.url });
  const admin = await context.newPage();
  await admin.goto("/");
  await admin.getByRole("link", { name: "Decide", exact: true }).click();
  const decide = admin.getByRole("link", { name: `Decide on the conversation with ${customer.name}` });
  await decide.first().click();
  await expect(admin.getByLabel("Note")).toHaveValue("Sold on the last day");
  await expectAccessible(admin);
  await admin.getByRole("button", { name: `Log as ${member.name}` }).click();
  await expect(admin.getByRole("heading", { level: 1, name: customer.name })).toBeVisible();

  await app.db.insert(quarantinedEntries).values({
    ...{ memberId: member.id, deviceId: crypto.randomUUID() },
    entry: { customer: customer.name, note: "Logged by mistake" },
  });
  await admin.goto("/settings/quarantine");
  await decide.last().click();
  const discard = admin.getByRole("button", { name: "Yes, discard it" });
  await expect(discard).toBeHidden();
  await admin.getByText("Discard it…").click();
  await expect(discard).toBeInViewport({ ratio: 1 });
  await discard.click();
  await expect(admin.getByText(/^Discarded by /)).toBeVisible();
  await expect(admin.getByText("Logged by mistake")).toBeVisible();
  await expectAccessible(admin);
  await context.close();
  const isTheirs = and(eq(conversations.customerId, customer.id), eq(conversations.recordedById, member.id));
  expect(await app.db.$count(conversations, isTheirs)).toBe(1);
  expect(await app.db.$count(quarantinedEntries, eq(quarantinedEntries.decision, "logged"))).toBeGreaterThan(
    0,
  );
});

test("a removed member's entries go out while another is signed in, whose data and shared text stay", async ({
  page,
  app,
}) => {
  await withoutBackgroundSync(page);
  const { customer, member } = await begin(page, app, "Lynx Lighting");
  await logWithoutConnection(page, customer.name, "Left to a colleague");
  await app.db.delete(sessions).where(eq(sessions.memberId, member.id));
  await page.context().setOffline(false);
  await signIn(page, await addLogin(app, "member"));
  await page.goto("/log");
  await readyForOffline(page);
  await expect.poll(() => keptOn(page)).toEqual({ outbox: 1, kept: 2, data: 1 });
  await page.evaluate(() => {
    const form = new FormData();
    form.set("text", "Two sets of tyres");
    return fetch("/log/share", { method: "POST", body: form }).then(() => {});
  });
  await remove(app, member.id);
  await page.goto("/follow-ups");
  await expect.poll(() => quarantinedNotes(app, member.id)).toEqual(["Left to a colleague"]);
  await expect.poll(() => keptOn(page)).toEqual({ outbox: 0, kept: 1, data: 1 });

  await page.context().setOffline(true);
  await page.goto("/log?shared=1");
  await expect(page.getByText("No connection.")).toBeVisible();
  await expect(page.getByLabel("Note")).toHaveValue("Two sets of tyres");
  await page.getByRole("button", { name: "Customers" }).click();
  await page.getByLabel("Find a customer").fill(customer.name);
  await expect(page.getByRole("link", { name: new RegExp(customer.name) })).toBeVisible();
});

test("who signs out is asked about what waits; nobody else sends it, and a form begun in another tab is there again", async ({
  page,
  app,
}) => {
  await withoutBackgroundSync(page);
  const { customer, member } = await begin(page, app, "Meerkat Motors");
  const other = await addLogin(app, "member");
  await page.goto(`/log?customer=${customer.id}`);
  await page.getByLabel("Note").fill("Kept for later");
  const line = await cutLine(page, "to the app");
  await pressLog(page);
  await expect(kept(page)).toBeVisible();
  const out = page.getByRole("button", { name: "Sign out" });
  const pressOut = async () => {
    // At its end, where what tells of the waiting entry floats over the page.
    const { width = 0, height = 0 } = (await out.boundingBox()) ?? {};
    await out.click({ position: { x: width - 32, y: height / 2 } });
  };
  const signOut = async () => {
    await page.locator("summary", { hasText: "Your menu" }).click();
    await pressOut();
  };
  await page.goto("/customers");
  await expect(page.getByText("1 waiting")).toBeInViewport();
  await signOut();
  const question = page.getByRole("dialog", { name: "One conversation is not sent yet" });
  await expectAccessible(page, "dialog");
  await page.keyboard.press("Escape");
  await expect(out).toBeFocused();
  await pressOut();
  const stays = "There is no connection: you stay signed in.";
  await page.context().setOffline(true);
  await question.getByRole("button", { name: "Discard and sign out" }).click();
  await expect(question.getByText(stays)).toBeVisible();
  expect(await keptOn(page)).toMatchObject({ outbox: 1, data: 1 });
  await page.context().setOffline(false);
  await question.getByRole("button", { name: "Keep for my next sign-in" }).click();
  await expect(page).toHaveURL(/sign-in/);
  await line.restore();
  await signIn(page, other);
  await page.goto("/log");
  await readyForOffline(page);
  await page.context().setOffline(true);
  await signOut();
  await expect(page.getByRole("alert").filter({ hasText: stays })).toBeVisible();
  await page.context().setOffline(false);
  await out.click();
  await expect(page).toHaveURL(/sign-in/);
  expect(await keptOn(page)).toMatchObject({ outbox: 1, data: 0 });
  expect(await countOf(app, customer.id)).toBe(0);
  await signIn(page, member);
  await expect.poll(() => countOf(app, customer.id)).toBe(1);
  const [talk] = await app.db.select().from(conversations).where(eq(conversations.customerId, customer.id));
  expect(talk?.recordedById).toBe(member.id);

  const beside = await page.context().newPage();
  await beside.goto("/log");
  await beside.getByLabel("Note").fill("Begun in a tab beside");
  await expect.poll(() => draftNotes(beside)).toEqual(["Begun in a tab beside"]);
  await signOut();
  await expect(page).toHaveURL(/sign-in/);
  expect(await draftNotes(beside)).toEqual([]);
  await pressLog(beside);
  await expect(beside).toHaveURL(/sign-in\?next=/);
  await trySignIn(beside, member.email, member.password);
  await expect(beside.getByLabel("Note")).toHaveValue("Begun in a tab beside");
});

test("whoever only reads by now leaves nothing of the team on the device; what waits is told of, and is sent by a member", async ({
  page,
  app,
}) => {
  await withoutBackgroundSync(page);
  const { customer, member } = await begin(page, app, "Reedbuck Roofing");
  const become = (role: "viewer" | "member") =>
    app.db.update(members).set({ role }).where(eq(members.id, member.id));
  await page.goto(`/log?customer=${customer.id}`);
  await page.getByLabel("Note").fill("On the roof");
  const line = await cutLine(page, "to the app");
  await pressLog(page);
  await expect(kept(page)).toBeVisible();
  await page.getByRole("link", { name: "See what waits" }).click();
  await page.getByRole("link", { name: /^Open/ }).click();
  await expect(page.getByLabel("Note")).toHaveValue("On the roof");
  await page.getByLabel("Note").fill("On the roof, then in the cellar");
  await expect.poll(() => draftNotes(page)).toEqual(["On the roof, then in the cellar"]);
  await become("viewer");
  await line.restore();
  await page.goto("/");
  await expect.poll(() => keptOn(page)).toMatchObject({ outbox: 1, data: 0 });
  await page.getByRole("link", { name: "1 waiting" }).click();
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByText("Your role may have changed")).toBeVisible();
  await become("member");
  await page.goto("/");
  await expect.poll(() => countOf(app, customer.id)).toBe(1);
  await expect.poll(() => keptOn(page)).toMatchObject({ outbox: 0, data: 1 });

  await page.goto("/log");
  await goOnWithOther(page);
  await expect(page.getByLabel("Note")).toHaveValue("On the roof, then in the cellar");
  await pressLog(page);
  await expect(page.getByText("has been logged once already")).toBeVisible();
  await page.getByRole("link", { name: "open that conversation" }).click();
  await expect(page.getByRole("main")).toContainText("On the roof");
  expect(await countOf(app, customer.id)).toBe(1);
});

test("signing this browser out in the profile asks about what waits and forgets the rest, as the menu does", async ({
  page,
  app,
}) => {
  await withoutBackgroundSync(page);
  const { customer } = await begin(page, app, "Serval Steel");
  const drafts = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("drafts")));
  await page.goto(`/log?customer=${customer.id}`);
  await page.getByLabel("Note").fill("Not for the next one here");
  const line = await cutLine(page, "to the app");
  await pressLog(page);
  await expect(kept(page)).toBeVisible();
  await page.goto("/log");
  await page.getByLabel("Note").fill("Begun and left");
  await expect.poll(drafts).not.toEqual([]);
  await page.goto("/profile");
  const question = page.getByRole("dialog", { name: "One conversation is not sent yet" });
  for (const button of ["Sign out Chrome", "Sign out everywhere"]) {
    const signOut = page.getByRole("button", { name: button });
    await signOut.click();
    await expect(question).toBeVisible();
    if (button === "Sign out everywhere") break;
    await question.getByRole("button", { name: "Stay signed in" }).click();
    await expect(signOut).toBeFocused();
  }
  await line.restore();
  await question.getByRole("button", { name: "Discard and sign out" }).click();
  await expect(page).toHaveURL(/sign-in/);
  expect(await keptOn(page)).toMatchObject({ outbox: 0, data: 0 });
  expect(await drafts()).toEqual([]);

  await page.context().setOffline(true);
  await page.goto("/sign-in");
  await expect(page.getByText("Nothing is kept on this device")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByLabel("Password"), "it goes on by itself").toBeVisible();
});

test("while something else answers for the app one logs on, on a device that keeps what it takes", async ({
  page,
  app,
}) => {
  await begin(page, app, "Ostrich Oils");
  // Its notice changes once the entries' own line, which is whole here, was tried.
  const offline = page.getByRole("navigation", { name: "On this device" });
  const starting = page.getByText("Pipelog is starting.");
  for (const status of [502, 503, 504]) {
    await answerPages(page, status);
    await page.goto("/log");
    await expect(offline).toBeVisible();
    await page.goto("/share/made-up");
    await expect(starting, "a shared page is nothing to log on").toBeVisible();
    await answerPages(page, status, { "content-security-policy": "default-src 'self'" });
    await page.goto("/log");
    await expect(starting, "the app's own answer").toBeVisible();
  }
  await answerPages(page, 404);
  await page.goto("/log");
  await expect(starting, "an answer, whoever gives it").toBeVisible();
  await answerPages(page, 503);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.goto("/log");
  await expect(starting, "the page for when there is no connection is not kept").toBeVisible();
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.postMessage("renew"));
  await readyForOffline(page);
  await changeKept(page, "delete");
  await page.goto("/sign-in");
  await expect(starting, "nobody is signed in on this device").toBeVisible();
});

test("what another app shares becomes the note; who comes back from a call is offered to log it", async ({
  page,
  app,
}) => {
  const { customer } = await begin(page, app, "Nyala Networks");
  const shared = `Order\n${"two sets of tyres ".repeat(200)}`.trim();
  await shareFromOtherApp(page, shared);
  await expect(page).toHaveURL(/\/log\?shared=/);
  await expect(page.getByLabel("Note")).toHaveValue(shared);
  await page.reload();
  await expect(page.getByText("This is what you had not logged yet.")).toBeVisible();
  await expect(page.getByLabel("Note")).toHaveValue(shared);

  const [worker] = page.context().serviceWorkers();
  await worker?.evaluate(() => {
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException("The disk is full.", "QuotaExceededError");
    };
  });
  await shareFromOtherApp(page, "Where nothing can be kept");
  await expect(page).toHaveURL(/\/log\?note=/);
  await expect(page.getByLabel("Note")).toHaveValue("Where nothing can be kept");

  await page.goto(`/customers/${customer.id}/contacts/new`);
  await page.getByLabel("Name").fill("Zanele");
  await page.getByLabel("Phone").fill("+27 82 555 0199");
  await page.getByRole("main").getByRole("button").last().click();
  await expect(page.getByRole("link", { name: "Message Zanele" })).toHaveAttribute(
    "href",
    "sms:+27825550199",
  );
  const call = page.locator("a[data-reaches=call]");
  await call.evaluate((link) => link.addEventListener("click", (event) => event.preventDefault()));
  await call.tap();
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await page.getByRole("link", { name: "Log the call" }).click();
  await expect(page.getByLabel("Customer", { exact: true })).toHaveValue(customer.name);
  await expect(page.getByLabel("With whom")).toHaveValue("Zanele");
});

test("where the browser's store fails once it is kept, it is logged all the same", async ({ page, app }) => {
  const customer = await ownCustomer(app, "Oribi Oil");
  await signIn(page, await addLogin(app, "member"));
  await page.goto(`/log?customer=${customer.id}`);
  await page.getByLabel("Note").fill("Kept, then the store was gone");
  await page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode !== "readwrite")
        throw new DOMException("Connection to the database was lost.", "UnknownError");
      return transaction.call(this, stores, mode, options);
    };
  });
  await pressLog(page);
  await expect(whatHappened(page)).toContainText("Logged.");
  expect(await countOf(app, customer.id)).toBe(1);
});

test("three taps log for a known customer, one more for a new one; the stage's tap opens the note", async ({
  page,
  app,
}) => {
  const { customer, member } = await begin(page, app, "Oryx Optics");
  await app.db.insert(conversations).values({
    customerId: customer.id,
    heldById: member.id,
    recordedById: member.id,
    occurredAt: new Date(),
    dateOnly: false,
    localDate: "2026-01-05",
  });
  let taps = 0;
  const tap = async (target: ReturnType<Page["locator"]>) => {
    taps += 1;
    await target.tap();
  };
  const stage = page.getByRole("group", { name: "Stage" }).getByText("Proposal sent", { exact: true });
  const button = page.getByRole("button", { name: "Log", exact: true });
  await page.goto("/log");
  await tap(page.getByRole("list", { name: "Due and recent customers" }).getByText(customer.name));
  await tap(stage);
  await expect(page.getByLabel("Note")).toBeFocused();
  await page.keyboard.type("Liked the price");
  await tap(button);
  await expect(whatHappened(page)).toContainText(`Logged. ${customer.name} is now at Proposal sent`);
  expect(taps).toBe(3);

  taps = 0;
  const name = newName("Puku Paints");
  await page.goto("/log");
  await tap(page.getByLabel("Customer", { exact: true }));
  await page.keyboard.type(name);
  await tap(page.getByRole("option", { name: `Add “${name}” as a new customer` }));
  await tap(stage);
  await tap(button);
  await expect(whatHappened(page)).toContainText(`Logged. ${name} is now at Proposal sent`);
  expect(taps).toBe(4);
});
