import type { Page } from "@playwright/test";
import { asc, eq } from "drizzle-orm";
import { invitations, members, stages } from "@/db/schema";
import { expect } from "@/e2e/support/expect";
import { expectAccessible } from "@/e2e/support/expect-accessible";
import { letIn } from "@/e2e/support/let-in";
import { loseAnswers } from "@/e2e/support/lose-answers";
import { teamAdmin, teamTest } from "@/e2e/support/team-test";
import { addCustomer } from "@/lib/customers/change-customer";
import { logConversation } from "@/lib/log/log-conversation";
import { talk } from "@/tests/support/cast";

teamTest.describe.configure({ timeout: 120_000 });

const roleChanged = "The role is changed.";

const ben = { name: "Ben Botha", email: "ben@highveld.example", password: "long roads and tyres" };

async function invite(page: Page, name: string, role: "Admin" | "Member" | "Viewer"): Promise<string> {
  await page.goto("/settings/members/invite");
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("radio", { name: role, exact: true }).check();
  await page.getByRole("button", { name: "Make an invitation link" }).click();
  const link = page.getByLabel("Invitation link");
  await expect(link).toBeInViewport();
  return link.inputValue();
}

async function accept(page: Page, link: string, { email, password } = ben) {
  await page.goto(link);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Join the team" }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
}

async function openMember(page: Page, name: string) {
  await page.goto("/settings/members");
  await page
    .getByRole("row", { name })
    .getByRole("link", { name: `Change ${name}` })
    .click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  teamTest.describe(
    javaScriptEnabled ? "with JavaScript" : "without JavaScript",
    { tag: javaScriptEnabled ? [] : "@any-window" },
    () => {
      teamTest.use({ javaScriptEnabled });

      teamTest(
        "somebody is invited, joins, is promoted and removed with a page open",
        async ({ page, ownApp, browser }) => {
          await page.goto("/settings/members/invite");
          await page.getByRole("button", { name: "Make an invitation link" }).click();
          await expect(page.getByText("Enter the person's name")).toBeVisible();
          const link = await invite(page, ben.name, "Member");
          await page.goto("/settings/members");
          await expect(page.getByRole("form", { name: "Open invitations" })).toContainText("As a member");

          const guest = await browser.newPage({ baseURL: ownApp.url, javaScriptEnabled });
          await guest.goto(link);
          await guest.goto(link);
          await expect(guest.getByLabel("Your name")).toHaveValue(ben.name);
          await guest.getByLabel("E-mail").fill("nobody");
          await guest.getByLabel("Password").fill("short");
          await guest.getByRole("button", { name: "Join the team" }).click();
          await expect(guest.getByText("That is not an e-mail address")).toBeVisible();
          await expect(guest.getByText("at least 10 characters", { exact: false }).last()).toBeVisible();
          await expect(guest.getByLabel("E-mail")).toHaveValue("nobody");
          await accept(guest, link);
          await guest.goto("/settings/members");
          await expect(guest.getByText("Only admins change the settings")).toBeVisible();
          await expect(guest.getByRole("navigation", { name: "Settings" })).toHaveCount(0);
          await guest.goto(link);
          await expect(
            guest.getByRole("heading", { name: "This invitation is not good any more" }),
          ).toBeVisible();

          await openMember(page, ben.name);
          await expect(page).toHaveTitle(`${ben.name} · Pipelog`);
          await page.getByLabel("Name", { exact: true }).fill("Ben van Botha");
          await page.getByRole("radio", { name: "Admin" }).check();
          await page.getByRole("button", { name: "Change role" }).click();
          await expect(page.getByText(roleChanged)).toBeVisible();
          if (javaScriptEnabled)
            await expect(page.getByLabel("Name", { exact: true }), "typed beside it").toHaveValue(
              "Ben van Botha",
            );
          await guest.goto("/settings/members");
          await expect(guest.getByRole("row", { name: ben.name })).toContainText("Admin");

          await openMember(page, ben.name);
          await page.getByText("Remove Ben Botha…").click();
          await page.getByRole("button", { name: "Yes, remove Ben Botha" }).click();
          await page.waitForURL("/settings/members");
          await expect(page.getByRole("row", { name: ben.name })).toHaveCount(0);
          await guest.getByRole("link", { name: "Stages" }).click();
          await expect(guest).toHaveURL(/\/sign-in/);
          const removed = page.getByRole("list", { name: "Removed from the team" });
          await removed.getByRole("link", { name: ben.name }).click();
          await page.getByRole("link", { name: "Export or erase what is held on this person" }).click();
          await expect(page.getByText("What is held on this member")).toBeVisible();

          const jonas = await invite(page, "Jonas Koch", "Member");
          await ownApp.db.insert(members).values([
            { name: "Jonas Koch", nameKey: "jonas koch", role: "member" },
            { name: "Anna Schmidt", nameKey: "anna schmidt", role: "member" },
          ]);
          await guest.goto(jonas);
          await expect(guest.getByText("recorded under your name become yours")).toBeVisible();
          await expect(guest.getByLabel("Your name")).toHaveCount(0);
          await page.goto("/settings/members/invite");
          await page.getByRole("textbox", { name: "Name" }).fill("anna schmidt");
          const make = page.getByRole("button", { name: "Make an invitation link" });
          await make.click();
          await expect(page.getByText("Anna Schmidt has history here: choose them under For")).toBeVisible();
          await make.click();
          await guest.goto(await page.getByLabel("Invitation link").inputValue());
          await expect(guest.getByLabel("Your name")).toHaveValue("anna schmidt");
          await guest.close();
        },
      );

      teamTest(
        "the last admin stays, neither demoted nor removed, and reads what they would leave open; a misspelt name is corrected",
        { tag: "@any-window" },
        async ({ page, ownApp: { db, adminId } }) => {
          const acting = { actor: { id: adminId, role: "admin" } as const, now: new Date() };
          const [stage] = await db.select().from(stages).orderBy(asc(stages.position));
          const customerId = await addCustomer(db, { name: "Impala Imports", openedOn: null, ...acting });
          const said = { customerId, heldById: adminId, on: "2026-05-04", stageId: stage?.id ?? null };
          const promised = talk({ ...said, followUpOn: "2026-05-11" });
          await logConversation(db, promised, { ...acting, timeZone: "Africa/Johannesburg" });
          await openMember(page, "Thandi Nkosi");
          await expect(page.getByText("Left open: 1 open deal and 1 follow-up not done.")).toBeVisible();
          await page.getByRole("link", { name: "1 open deal" }).click();
          await expect(page.getByRole("heading", { name: "Deals in pipeline" })).toBeVisible();
          await page.goBack();
          await page.getByRole("link", { name: "1 follow-up not done" }).click();
          await expect(
            page.getByRole("link", { name: "Log the follow-up with Impala Imports" }),
          ).toBeVisible();
          await openMember(page, "Thandi Nkosi");
          const rename = page.getByRole("button", { name: "Save the name" });
          const field = page.getByLabel("Name", { exact: true });
          await field.fill(" ");
          await rename.click();
          await expect(page.getByText("Enter the name.")).toBeVisible();
          for (const name of ["Thandeka Nkosi", "Thandi Nkosi"]) {
            await field.fill(name);
            await field.press("Enter");
            await expect(page.getByText("The name is saved.")).toBeVisible();
            await expect(page.getByRole("heading", { level: 2, name })).toBeVisible();
            if (javaScriptEnabled) await expect(field).toBeFocused();
          }
          await page.getByRole("radio", { name: "Viewer" }).check();
          await page.getByRole("button", { name: "Change role" }).click();
          await expect(page.getByText("Thandi Nkosi is the last admin and cannot be demoted")).toBeVisible();
          await page.getByText("Remove yourself…").click();
          await page.getByRole("button", { name: "Yes, remove yourself" }).click();
          await expect(page.getByText("Thandi Nkosi is the last admin and cannot be removed")).toBeVisible();
        },
      );
    },
  );
}

teamTest(
  "who is demoted with a page open is refused at the next click, and told why",
  { tag: "@any-window" },
  async ({ page, ownApp, browser }) => {
    const link = await invite(page, ben.name, "Admin");
    const shown = page.getByLabel("Invitation link");
    await page.getByRole("textbox", { name: "Name" }).press("Enter");
    await expect(page.getByRole("status").filter({ has: shown })).toBeFocused();
    await expect(shown).toHaveValue(link);
    const guest = await browser.newPage({ baseURL: ownApp.url });
    const line = await loseAnswers(guest);
    await guest.goto(link);
    await guest.getByLabel("E-mail").fill(ben.email);
    await guest.getByLabel("Password").fill(ben.password);
    await guest.getByRole("button", { name: "Join the team" }).click();
    await expect(
      guest.getByRole("alert").filter({ hasText: "may have been done all the same" }),
    ).toBeVisible();
    await expect(guest.getByLabel("Password")).toHaveValue(ben.password);
    await line.restore();
    await guest.context().clearCookies();
    await guest.getByRole("button", { name: "Join the team" }).click();
    await expect(guest.getByRole("heading", { name: "Overview" })).toBeVisible();
    await guest.goto("/settings/api");
    await guest.getByLabel("Name of the new token").fill("Ben's sheet");
    await openMember(page, ben.name);
    await page.getByRole("radio", { name: "Viewer" }).check();
    await page.getByRole("button", { name: "Change role" }).click();
    await expect(page.getByText(roleChanged)).toBeVisible();
    await guest.getByRole("button", { name: "Make a token" }).click();
    await expect(guest.getByText("Only an admin may do this.")).toBeVisible();
    await expect(guest.getByLabel("Name of the new token")).toHaveValue("Ben's sheet");
    await guest.close();
  },
);

teamTest(
  "somebody of imported history keeps it; expired, revoked and unknown links look the same",
  { tag: "@any-window" },
  async ({ page, ownApp, browser }) => {
    const [imported] = await ownApp.db
      .insert(members)
      .values({ name: "Sipho Dlamini", nameKey: "sipho dlamini", role: "member" })
      .returning({ id: members.id });
    await page.goto("/settings/members");
    await page.getByRole("link", { name: "Invite Sipho Dlamini" }).click();
    await expect(page.getByLabel("For")).toHaveValue(String(imported?.id));
    const make = page.getByRole("button", { name: "Make an invitation link" });
    await page.getByLabel("For").selectOption("A new person");
    await page.getByRole("textbox", { name: "Name" }).fill("Somebody else");
    await page.getByLabel("For").selectOption("Sipho Dlamini");
    await expect(page.getByRole("textbox", { name: "Name" })).toBeHidden();
    await make.click();
    await expect(page.getByText("a new name, not both")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Somebody else");
    await page.getByRole("textbox", { name: "Name" }).fill("");
    await make.click();
    const lost = await page.getByLabel("Invitation link").inputValue();
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    await expect(page.getByText("Selected: copy it by hand")).toBeVisible();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(lost);
    await page.goto("/settings/members");
    await expect(page.getByRole("row", { name: "Sipho Dlamini" })).toContainText(
      /Cannot sign in: imported history, invited on /,
    );
    await page.getByRole("link", { name: "Invite Sipho Dlamini again" }).click();
    await make.click();
    await expect(page.getByText("Sipho Dlamini has an open invitation already")).toBeVisible();
    await expectAccessible(page);
    await make.click();
    const link = await page.getByLabel("Invitation link").inputValue();
    const elsewhere = await browser.newContext({ baseURL: ownApp.url });
    const guest = await elsewhere.newPage();
    await guest.goto(link);
    await expect(guest.getByText("The conversations recorded under your name become yours.")).toBeVisible();
    await expectAccessible(guest);
    await accept(guest, link, { ...ben, email: "sipho@highveld.example" });
    expect(await ownApp.db.$count(members)).toBe(2);
    await elsewhere.clearCookies();

    const gone = await elsewhere.newPage();
    const textOf = async (address: string) => {
      await gone.goto(address);
      return gone.locator("main").textContent();
    };
    const unknown = await textOf("/invite/unknown");
    expect(unknown).toContain("This invitation is not good any more");
    expect(unknown).toContain("If you have joined by it already, sign in.");
    const expired = await invite(page, "Late", "Viewer");
    await ownApp.db.update(invitations).set({ expiresAt: new Date() }).where(eq(invitations.name, "Late"));
    const revoked = await invite(page, "Never mind", "Viewer");
    await page.goto("/settings/members");
    // A phone's window with text twice as large.
    const window = page.viewportSize() ?? { width: 1280, height: 720 };
    await page.setViewportSize({ width: 180, height: 370 });
    const card = page.getByRole("row", { name: "Sipho Dlamini" });
    await expect(card).toContainText("invited by");
    expect(await card.evaluate((of) => of.scrollWidth <= of.clientWidth)).toBe(true);
    await page.setViewportSize(window);
    await page.getByRole("button", { name: "Revoke Never mind" }).click();
    await expect(page.getByText("The invitation is revoked")).toBeVisible();
    await expect(page.locator("[data-opens-here]")).toBeFocused();
    for (const address of [link, lost, expired, revoked]) expect(await textOf(address)).toBe(unknown);
    await expectAccessible(gone);
    await elsewhere.close();
  },
);

teamTest(
  "the second of two who change a role is told what the first did",
  { tag: "@any-window" },
  async ({ page, ownApp, browser }) => {
    await ownApp.db.insert(members).values({
      name: ben.name,
      nameKey: "ben botha",
      role: "member",
      email: ben.email,
      passwordHash: "x",
    });
    const other = await browser.newPage({ baseURL: ownApp.url });
    await letIn(other.context(), ownApp, teamAdmin);
    await openMember(other, ben.name);
    await openMember(page, ben.name);
    await page.getByRole("radio", { name: "Viewer" }).check();
    await page.getByRole("button", { name: "Change role" }).click();
    await expect(page.getByText(roleChanged)).toBeVisible();
    await other.getByRole("radio", { name: "Admin" }).check();
    await other.getByRole("button", { name: "Change role" }).click();
    await expect(
      other.getByText("You have changed Ben Botha meanwhile: Ben Botha is a viewer now."),
    ).toBeVisible();
    await expect(other.getByRole("radio", { name: "Viewer" })).toBeChecked();
    await other.close();
  },
);

teamTest(
  "a token is made, used against the API and revoked",
  { tag: "@any-window" },
  async ({ page, request, ownApp }) => {
    await page.goto("/settings/api");
    await expect(page.getByText(`${ownApp.url}/api/v1/overview`)).toBeVisible();
    await page.getByRole("button", { name: "Make a token" }).click();
    await expect(page.getByText("Enter a name, such as")).toBeVisible();
    await expect(page.getByLabel("Name of the new token")).toBeFocused();
    const sent: string[] = [];
    page.on("request", (asked) => asked.method() === "POST" && sent.push(asked.url()));
    await page.getByLabel("Name of the new token").fill("A long name ".repeat(20));
    await page.keyboard.down("Enter");
    await expect(page.getByText("A token's name has at most")).toBeVisible();
    await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
    await page.getByLabel("Name of the new token").fill("Monday sheet");
    await page.getByRole("button", { name: "Make a token" }).dblclick();
    const shown = page.getByRole("textbox", { name: "Token", exact: true });
    const token = await shown.inputValue();
    expect(sent, "of Enter held down and of a double click").toHaveLength(2);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Make a token" }).click();
    await expect(page.getByRole("status").filter({ has: shown })).toBeFocused();
    await page.getByLabel("Name of the new token").fill(" ");
    await page.getByLabel("Name of the new token").press("Enter");
    await expect(page.getByText("Enter a name, such as")).toBeVisible();
    await expect(shown).toHaveValue(token);
    const ask = () =>
      request.get("/api/v1/overview", { headers: { authorization: `Bearer ${token}`, cookie: "" } });
    expect((await ask()).status()).toBe(200);
    await page.reload();
    await expect(page.getByText(token)).toHaveCount(0);
    await expect(page.getByRole("form", { name: "Tokens" })).toContainText("last used");
    await page.getByRole("button", { name: "Revoke Monday sheet" }).dblclick();
    await expect(page.getByText("The token is revoked")).toBeVisible();
    expect((await ask()).status()).toBe(401);
  },
);

teamTest("axe finds nothing on the members' pages", async ({ page, ownApp }) => {
  await invite(page, ben.name, "Member");
  await expectAccessible(page);
  for (const path of ["members", `members/${ownApp.adminId}`, "members/invite", "api"]) {
    await page.goto(`/settings/${path}`);
    await expectAccessible(page);
  }
});
