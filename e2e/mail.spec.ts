import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { eq } from "drizzle-orm";
import { members } from "@/db/schema";
import { expect } from "@/e2e/support/expect";
import { expectAccessible } from "@/e2e/support/expect-accessible";
import { shared } from "@/e2e/support/shared-apps";
import { signIn } from "@/e2e/support/sign-in";
import { type RunningApp, startApp } from "@/e2e/support/start-app";
import { setUpOwnTeam, teamAdmin } from "@/e2e/support/team-test";
import { test as base } from "@/e2e/support/test";
import { type SmtpInbox, startSmtpInbox } from "@/tests/support/smtp-inbox";

const nobody = "nobody@highveld.example";

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** A team of the test's own whose app sends mail by a server of the test's own. */
const mailTest = base.extend<{ inbox: SmtpInbox; mailApp: RunningApp & { adminId: number } }>({
  inbox: async ({ browserName: _ }, use) => {
    const inbox = await startSmtpInbox({ refuses: [nobody] });
    await use(inbox);
    await inbox.stop();
  },
  mailApp: async ({ inbox }, use) => {
    const port = String(await freePort());
    const app = await startApp(shared().templates.empty, {
      PORT: port,
      AUTH_URL: `http://127.0.0.1:${port}`,
      SMTP_URL: `smtp://127.0.0.1:${inbox.port}`,
      MAIL_FROM: "Pipelog <pipelog@highveld.example>",
    });
    await use({ ...app, ...(await setUpOwnTeam(app)) });
    await app.stop();
  },
  baseURL: ({ mailApp }, use) => use(mailApp.url),
});

mailTest.describe.configure({ timeout: 120_000 });

const linkIn = (text: string) => /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(text)?.[0] ?? "";

const dineo = { name: "Dineo Naidoo", email: "dineo@highveld.example", password: "long roads and tyres" };

mailTest(
  "an invitation, a role change, a new browser and a forgotten password are told by mail",
  { tag: "@any-window" },
  async ({ page, mailApp, inbox, browser }) => {
    await signIn(page, teamAdmin);
    await page.goto("/settings/members/invite");
    await page.getByRole("textbox", { name: "Name" }).fill(dineo.name);
    await page.getByLabel("E-mail").fill("dineo, all@highveld.example");
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    await expect(page.getByText("That is not an e-mail address")).toBeVisible();
    await page.getByLabel("E-mail").fill(nobody);
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    await expect(page.getByText("The mail was not sent. The mail server refused")).toBeVisible();
    expect(await page.getByLabel("Invitation link").inputValue()).toContain(`${mailApp.url}/invite/`);
    await page.goto("/settings/members");
    await expect(page.getByText(/The last mail, on .*, was not sent/)).toBeVisible();
    await expectAccessible(page);
    await page.goto("/settings/members/invite");
    await page.getByRole("textbox", { name: "Name" }).fill(dineo.name);
    await page.getByLabel("E-mail").fill(dineo.email);
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    await expect(page.getByText(`is on its way to ${dineo.email}`)).toBeVisible();
    await page.goto("/settings/members");
    await expect(page.getByText(`mailed to ${dineo.email}`)).toBeVisible();
    await expect(page.getByText("was not sent")).toHaveCount(0);

    const invitation = await inbox.next(dineo.email, "Thandi Nkosi invites you to Highveld Tyres");
    const first = await browser.newContext({ baseURL: mailApp.url });
    const guest = await first.newPage();
    await guest.goto(linkIn(invitation.text));
    await expect(guest.getByLabel("E-mail")).toHaveValue(dineo.email);
    await guest.getByLabel("Password").fill(dineo.password);
    await guest.getByRole("button", { name: "Join the team" }).click();
    await expect(guest.getByRole("heading", { name: "Overview" })).toBeVisible();

    await page.goto("/settings/members");
    await page.getByRole("link", { name: `Change ${dineo.name}` }).click();
    await page.getByRole("radio", { name: "Admin" }).check();
    await page.getByRole("button", { name: "Change role" }).click();
    const promoted = await inbox.next(dineo.email, "You are an admin of Highveld Tyres now");
    expect(promoted.text).toContain("Thandi Nkosi has made you an admin");

    const second = await browser.newContext({ baseURL: mailApp.url });
    const elsewhere = await second.newPage();
    await signIn(elsewhere, dineo);
    const news = await inbox.next(dineo.email, "A new sign-in to Highveld Tyres");
    expect(news.text).toMatch(/Chrome on \w+ has signed in as you/);
    await elsewhere.context().clearCookies({ name: "pipelog-session" });
    await signIn(elsewhere, dineo);

    const third = await browser.newContext({ baseURL: mailApp.url });
    const forgetful = await third.newPage();
    await forgetful.goto("/sign-in");
    await forgetful.getByRole("link", { name: "Forgotten your password?" }).click();
    await expect(forgetful.getByRole("heading", { name: "Forgotten your password?" })).toBeVisible();
    const ask = async (email: string) => {
      await forgetful.getByLabel("E-mail").fill(email);
      await forgetful.getByRole("button", { name: "Mail me a link" }).click();
    };
    await ask("dineo");
    await expect(forgetful.getByText("That is not an e-mail address")).toBeVisible();
    await ask("stranger@example.com");
    const answered = forgetful.getByText("If somebody of the team signs in with");
    await expect(answered).toContainText("stranger@example.com");
    await ask(dineo.email);
    await expect(answered).toContainText(dineo.email);
    await expectAccessible(forgetful);
    const reset = await inbox.next(dineo.email, "A new password for Highveld Tyres");
    expect(inbox.mails).toEqual([]);
    const link = linkIn(reset.text);
    await forgetful.goto(link);
    await forgetful.goto(link);
    await expectAccessible(forgetful);
    await forgetful.getByLabel("New password").fill("short");
    await forgetful.getByRole("button", { name: "Set this password" }).click();
    await expect(forgetful.getByText("Choose a password of at least 10 characters.")).toBeVisible();
    await forgetful.getByLabel("New password").fill("another road entirely");
    await forgetful.getByRole("button", { name: "Set this password" }).click();
    await expect(forgetful.getByText("Your password is changed. Sign in with it.")).toBeVisible();
    await inbox.next(dineo.email, "Your password for Highveld Tyres was changed");
    for (const browserOfDineo of [guest, elsewhere]) {
      await browserOfDineo.goto("/stages");
      await expect(browserOfDineo).toHaveURL(/\/sign-in/);
    }
    await forgetful.goto(link);
    await expect(forgetful.getByRole("heading", { name: "This link is not good any more" })).toBeVisible();
    await signIn(forgetful, { ...dineo, password: "another road entirely" });
    for (const context of [first, second, third]) await context.close();
  },
);

mailTest(
  "a mail server that is away fails nothing; an admin hands the link over",
  { tag: "@any-window" },
  async ({ page, mailApp, inbox, browser }) => {
    await signIn(page, teamAdmin);
    await inbox.stop();
    await mailApp.db
      .insert(members)
      .values({ name: "Vera", nameKey: "vera", role: "viewer", email: "vera@x.example", passwordHash: "x" });
    const [vera] = await mailApp.db.select().from(members).where(eq(members.name, "Vera"));
    await page.goto(`/settings/members/${vera?.id}`);
    await page.getByRole("radio", { name: "Member" }).check();
    await page.getByRole("button", { name: "Change role" }).click();
    await expect(page.getByText("The role is changed.")).toBeVisible();
    await page.goto("/settings/members");
    await expect(page.getByRole("row", { name: "Vera" })).toContainText("Member");
    await page.goto(`/settings/members/${vera?.id}`);
    await page.getByRole("button", { name: "Make a password link" }).click();
    const link = await page.getByLabel("Password link").inputValue();
    await expectAccessible(page);
    const guest = await browser.newPage({ baseURL: mailApp.url });
    await guest.goto(link);
    await guest.getByLabel("New password").fill("another road entirely");
    await guest.getByRole("button", { name: "Set this password" }).click();
    await signIn(guest, { email: "vera@x.example", password: "another road entirely" });
    await guest.close();
  },
);
