import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { identities, invitations, members } from "@/db/schema";
import { expect } from "@/e2e/support/expect";
import { expectAccessible } from "@/e2e/support/expect-accessible";
import { shared } from "@/e2e/support/shared-apps";
import { signIn } from "@/e2e/support/sign-in";
import { type RunningApp, startApp } from "@/e2e/support/start-app";
import { type RunningIssuer, startIssuer } from "@/e2e/support/start-issuer";
import { setUpOwnTeam, teamAdmin } from "@/e2e/support/team-test";
import { test as base } from "@/e2e/support/test";
import { inviteMember } from "@/lib/members/invite-member";
import { emptyDatabase } from "@/tests/support/empty-database";

const lerato = { subject: "u-1", email: "lerato@login.example", isEmailVerified: true };
const stranger = { subject: "u-2", email: teamAdmin.email, isEmailVerified: true };

const test = base.extend<
  { issuerApp: RunningApp & { adminId: number } },
  { issuer: RunningIssuer; linkedApp: RunningApp }
>({
  issuer: [
    async ({ browserName: _ }, use) => {
      const issuer = await startIssuer([lerato, stranger]);
      await use(issuer);
      await issuer.stop();
    },
    { scope: "worker" },
  ],
  linkedApp: [
    async ({ issuer }, use) => {
      const app = await startApp(shared().templates.empty, {
        OIDC_ISSUER: issuer.url,
        OIDC_CLIENT_ID: issuer.clientId,
        OIDC_CLIENT_SECRET: issuer.clientSecret,
        OIDC_NAME: "Highveld Login",
      });
      await use(app);
      await app.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  issuerApp: async ({ linkedApp }, use) => {
    await emptyDatabase(linkedApp.db);
    await use({ ...linkedApp, ...(await setUpOwnTeam(linkedApp)) });
  },
  baseURL: ({ issuerApp }, use) => use(issuerApp.url),
});

test.describe.configure({ timeout: 120_000 });

const invite = ({ db, adminId }: RunningApp & { adminId: number }) =>
  inviteMember(db, {
    actor: { id: adminId, role: "admin" },
    now: new Date(),
    invitee: { name: "Lerato Mahlangu" },
    role: "viewer",
  });

async function continueAs(page: Page, email: string) {
  await page.getByRole("button", { name: "Continue with Highveld Login" }).click();
  await page.getByRole("button", { name: email }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("an invitation is accepted at the issuer, and from then on one signs in there", async ({
      page,
      issuerApp,
      issuer,
    }) => {
      const { token } = await invite(issuerApp);
      await page.goto(`/invite/${token}`);
      await continueAs(page, lerato.email);
      await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
      const [member] = await issuerApp.db.select().from(members).where(eq(members.email, lerato.email));
      expect(member).toMatchObject({ name: "Lerato Mahlangu", role: "viewer", passwordHash: null });
      expect(await issuerApp.db.select().from(identities)).toMatchObject([
        { issuer: issuer.url, subject: "u-1", memberId: member?.id },
      ]);

      await page.context().clearCookies();
      await page.goto("/analysis");
      await continueAs(page, lerato.email);
      await expect(page).toHaveURL(/\/analysis$/);
      expect(await issuerApp.db.$count(members)).toBe(2);
    });

    test("without a link or an invitation one is refused, even with an e-mail of the team", async ({
      page,
      issuerApp,
    }) => {
      await page.goto("/sign-in");
      await continueAs(page, stranger.email);
      await expect(page.getByText("belongs to nobody of this team")).toBeVisible();
      expect(await issuerApp.db.$count(identities)).toBe(0);
      await page.goto("/");
      await expect(page).toHaveURL(/\/sign-in/);
    });
  });
}

test("cancelling, an invitation that ended on the way, and an account that is linked already", async ({
  page,
  issuerApp,
}) => {
  await page.goto("/sign-in");
  await expectAccessible(page);
  await continueAs(page, "Cancel");
  await expect(page.getByText("Signing in with Highveld Login did not work or was cancelled.")).toBeVisible();

  const ended = await invite(issuerApp);
  await page.goto(`/invite/${ended.token}`);
  await page.getByRole("button", { name: "Continue with Highveld Login" }).click();
  await expect(page.getByRole("heading", { name: "Sign in at the test issuer" })).toBeVisible();
  await issuerApp.db.update(invitations).set({ revokedAt: new Date() });
  await page.getByRole("button", { name: lerato.email }).click();
  await expect(page.getByRole("heading", { name: "This invitation is not good any more" })).toBeVisible();
  expect(await issuerApp.db.$count(identities)).toBe(0);

  const first = await invite(issuerApp);
  await page.goto(`/invite/${first.token}`);
  await continueAs(page, lerato.email);
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  await page.context().clearCookies();
  const second = await invite(issuerApp);
  await page.goto(`/invite/${second.token}`);
  await continueAs(page, lerato.email);
  await expect(page.getByText("belongs to somebody of this team already")).toBeVisible();
  expect(await issuerApp.db.$count(members)).toBe(2);
});

test("who is signed in links an account, by their password and in their own session only, and unlinks it", async ({
  page,
  issuerApp,
  browser,
}) => {
  await signIn(page, teamAdmin);
  await page.goto("/profile");
  const password = page.getByLabel("Your password here");
  const link = page.getByRole("button", { name: "Link Highveld Login", exact: true });
  await link.click();
  await expect(page.getByText("That is not your password.")).toBeVisible();
  await expectAccessible(page);
  await password.fill(teamAdmin.password);
  await link.click();
  await expect(page.getByRole("heading", { name: "Sign in at the test issuer" })).toBeVisible();
  const setOut = page.url();

  const elsewhere = await browser.newPage({ baseURL: issuerApp.url });
  await elsewhere.goto(setOut);
  await elsewhere.getByRole("button", { name: stranger.email }).click();
  await expect(elsewhere.getByText("did not work or was cancelled")).toBeVisible();
  await elsewhere.close();
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name === "pipelog-session");
  await page.context().clearCookies({ name: "pipelog-session" });
  await page.getByRole("button", { name: stranger.email }).click();
  await expect(page.getByText("is not linked: you were signed out meanwhile")).toBeVisible();

  if (cookie) await page.context().addCookies([cookie]);
  await page.goto("/profile");
  await password.fill(teamAdmin.password);
  await link.click();
  await expect(page.getByRole("heading", { name: "Sign in at the test issuer" })).toBeVisible();
  await page.context().clearCookies({ name: "pipelog-session" });
  const anew = await page.context().newPage();
  await signIn(anew, teamAdmin);
  await anew.close();
  await page.getByRole("button", { name: stranger.email }).click();
  await expect(page.getByText("you have signed in anew meanwhile")).toBeVisible();
  expect(await issuerApp.db.$count(identities)).toBe(0);

  await password.fill(teamAdmin.password);
  await link.click();
  await page.getByRole("button", { name: stranger.email }).click();
  await expect(page.getByText("Your account is linked.")).toBeVisible();
  expect(await issuerApp.db.select().from(identities)).toMatchObject([
    { subject: "u-2", memberId: issuerApp.adminId },
  ]);
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await continueAs(page, stranger.email);
  await page.goto("/profile");
  await expect(page.getByRole("listitem").filter({ hasText: "(this one)" })).toContainText("Chrome on ");
  await page.getByRole("button", { name: "Unlink Highveld Login" }).click();
  await expect(link).toBeVisible();
  expect(await issuerApp.db.$count(identities)).toBe(0);
});

test("an issuer that does not answer is said so", async ({ page, issuer, issuerApp: _ }) => {
  await page.goto("/sign-in");
  await issuer.stop();
  await page.getByRole("button", { name: "Continue with Highveld Login" }).click();
  await expect(page.getByText("Highveld Login does not answer right now.")).toBeVisible();
});
