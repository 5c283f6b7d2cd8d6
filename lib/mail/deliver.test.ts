import { afterAll, beforeAll, expect, test } from "vitest";
import { getMailStatus } from "@/db/queries/mail-status";
import type { MailSettings } from "@/lib/env";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { type SmtpInbox, startSmtpInbox } from "@/tests/support/smtp-inbox";
import { deliver } from "./deliver";
import { invitationMail } from "./invitation-mail";
import { writeMail } from "./write-mail";

let database: TestDatabase;
let inbox: SmtpInbox;
const login = { user: "pipelog", password: "let me send" };

beforeAll(async () => {
  database = await createTestDatabase();
  inbox = await startSmtpInbox({ refuses: ["nobody@tyres.example"], login });
});
afterAll(async () => {
  await inbox.stop();
  await database.drop();
});

const settings = (given: Partial<MailSettings> = {}): MailSettings => ({
  host: "127.0.0.1",
  port: inbox.port,
  isSecure: false,
  mustEncrypt: false,
  ...login,
  from: { name: "Pipelog Höhe", address: "pipelog@tyres.example" },
  ...given,
});

const invitation = (name: string, address: string, team = "Highveld Tyres") =>
  invitationMail({
    to: { name, address },
    invitedBy: "Cara",
    team,
    role: "member",
    link: "https://sales.example.com/invite/abc-_123?a=1&b=2",
    goodFor: "7 days",
  });

const send = (mail: ReturnType<typeof invitation>, given: Partial<MailSettings> = {}) =>
  deliver(database.db, mail, settings(given));

test("a mail arrives as text and as HTML that say the same, and that it was sent is noted", async () => {
  expect(await send(invitation("Dineo Naidoo", "dineo@tyres.example"))).toEqual({ kind: "sent" });
  const mail = await inbox.next("dineo@tyres.example", "Cara invites you to Highveld Tyres");
  expect(mail.from).toBe("pipelog@tyres.example");
  expect(mail.headers).toMatchObject({
    from: "Pipelog Höhe <pipelog@tyres.example>",
    to: "Dineo Naidoo <dineo@tyres.example>",
    "auto-submitted": "auto-generated",
  });
  expect(mail.text).toContain("https://sales.example.com/invite/abc-_123?a=1&b=2");
  expect(mail.html).toContain('href="https://sales.example.com/invite/abc-_123?a=1&amp;b=2"');
  for (const body of [mail.text, mail.html])
    expect(body).toContain("to the sales pipeline of Highveld Tyres as a member");
  const status = await getMailStatus(database.db);
  expect(status?.sentAt?.getTime()).toBeGreaterThan(Date.now() - 60_000);
  expect(status?.failedAt).toBeNull();
});

test("a name begins no header, no line and no tag of its own", async () => {
  const name = 'Eve\r\nBcc: thief@evil.example\r\n\r\n<script>alert(1)</script> "; <thief@evil.example>';
  const team = "Ho\nme\u2028 <b>Tyres</b>\r\nSubject: other";
  expect(await send(invitation(name, "eve@tyres.example", team))).toEqual({ kind: "sent" });
  const mail = await inbox.next("eve@tyres.example", "Cara invites you");
  expect(mail.to).toEqual(["eve@tyres.example"]);
  expect(Object.keys(mail.headers)).not.toContain("bcc");
  expect(mail.headers.subject).toBe("Cara invites you to Ho me <b>Tyres</b> Subject: other");
  expect(mail.headers.to).toContain("<eve@tyres.example>");
  expect(mail.html).not.toMatch(/<script|<b>/);
  expect(mail.html).toContain("&lt;script&gt;");
  expect(mail.text.split("\n").some((line) => line.startsWith("Bcc:"))).toBe(false);
});

test("a name is written with the joiners it needs, and without what else cannot be seen", async () => {
  for (const name of ["ශ්\u200Dරී", "علی\u200Cرضا", "Zoë 👩\u200D💻"]) {
    expect(await send(invitation(name, "joined@tyres.example", name))).toEqual({ kind: "sent" });
    const mail = await inbox.next("joined@tyres.example", `Cara invites you to ${name}`);
    expect(mail.headers.to).toContain(name);
    expect(mail.text).toContain(`sales pipeline of ${name} as`);
  }
  const { subject } = writeMail(
    invitation("Eve", "eve@tyres.example", "High\u00ADveld\u200B \uFEFF Ty\u202Eres"),
  );
  expect(subject).toBe("Cara invites you to Highveld Tyres");
});

test("what is no address, two addresses or a header is not sent", async () => {
  for (const address of [
    "nobody",
    "",
    "a@tyres.example, b@evil.example",
    "a@tyres.example\r\nBcc: b@evil.example",
    "Eve <eve@tyres.example>",
  ])
    expect(await send(invitation("Eve", address))).toMatchObject({ kind: "failed" });
  expect(inbox.mails).toEqual([]);
});

test("a server that refuses, does not know us or is away fails nothing: the reason is noted, without an address", async () => {
  const eve = invitation("Eve", "eve@tyres.example");
  const outcomes = [
    await send(invitation("Nobody", "nobody@tyres.example")),
    await send(eve, { password: "wrong" }),
    await send(eve, { mustEncrypt: true }),
    await send(eve, { port: 1 }),
  ];
  expect(outcomes).toEqual([
    { kind: "failed", reason: "The mail server refused the sender or the address (550)." },
    { kind: "failed", reason: expect.stringContaining("refused the user name and password") },
    { kind: "failed", reason: "No encrypted connection to the mail server was possible." },
    { kind: "failed", reason: "The mail server did not answer." },
  ]);
  expect(await getMailStatus(database.db)).toMatchObject({ failure: "The mail server did not answer." });
  expect(await deliver(database.db, eve, null)).toEqual({ kind: "off" });
});
