import { type BrowserContext, test as base } from "@playwright/test";
import { listFilters } from "@/db/schema";
import { demoSignIn } from "@/e2e/support/demo-sign-in";
import { letIn } from "@/e2e/support/let-in";
import { borrowApp } from "@/e2e/support/shared-apps";
import type { RunningApp } from "@/e2e/support/start-app";
import { issueSetUpCode } from "@/lib/set-up/issue-set-up-code";
import { emptyDatabase } from "@/tests/support/empty-database";

type Storage = Awaited<ReturnType<BrowserContext["storageState"]>>;

/**
 * A journey of somebody who is not signed in. `page` is at the app lent to this worker, which has the demo's team
 * and data; tests that change them share them, so each adds its own rather than counting all.
 * `emptyApp` is the test's own while it runs, on an empty installation, with the set-up code it printed: go to
 * it by its `url`. The run keeps the process; its database is emptied before each test.
 */
export const test = base.extend<
  { emptyApp: RunningApp & { setUpCode: string } },
  { app: RunningApp; signedIn: Storage; spareApp: RunningApp }
>({
  app: [
    async ({ browserName: _ }, use, { parallelIndex }) => {
      const app = await borrowApp("demo", parallelIndex);
      await use(app);
      await app.giveBack();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  signedIn: [
    async ({ app, browser }, use) => {
      const context = await browser.newContext({ baseURL: app.url });
      await letIn(context, app, demoSignIn);
      await use(await context.storageState());
      await context.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  baseURL: ({ app }, use) => use(app.url),
  spareApp: [
    async ({ browserName: _ }, use, { parallelIndex }) => {
      const app = await borrowApp("empty", parallelIndex);
      await use(app);
      await app.giveBack();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  emptyApp: async ({ spareApp }, use) => {
    await emptyDatabase(spareApp.db);
    const setUpCode = await issueSetUpCode(spareApp.db);
    if (!setUpCode) throw new Error("An empty installation has a set-up code.");
    await use({ ...spareApp, setUpCode });
  },
});

/**
 * The same for somebody who is signed in as the demo's admin, with JavaScript or without, and who left no list
 * set to anything.
 */
export const memberTest = test.extend({
  storageState: async ({ signedIn, app }, use) => {
    await app.db.delete(listFilters);
    await use(signedIn);
  },
});
