import { afterAll, beforeAll, expect, test } from "vitest";
import { identities } from "@/db/schema";
import { setUpTeam } from "@/lib/set-up/set-up-team";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { type SmtpInbox, startSmtpInbox } from "@/tests/support/smtp-inbox";
import { hashOfToken } from "./secret-token";
import { startSession } from "./session";

let database: TestDatabase;
let inbox: SmtpInbox;
let memberId: number;
let closePool: () => Promise<void>;
const now = new Date("2026-06-30T12:00:00Z");
const address = "thandi@example.com";

beforeAll(async () => {
  database = await createTestDatabase();
  inbox = await startSmtpInbox();
  const settings = { currency: "ZAR", timeZone: "Africa/Johannesburg", locale: "en-ZA", firstDayOfWeek: 1 };
  const admin = { adminName: "Thandi", adminEmail: address, password: "correct horse battery" };
  memberId = (await setUpTeam(database.db, { teamName: "Highveld", ...settings, ...admin })).adminId;
  Object.assign(process.env, database.env, {
    DATABASE_URL: "",
    AUTH_SECRET: "x".repeat(32),
    AUTH_URL: "http://127.0.0.1:3000",
    OIDC_ISSUER: "https://login.example",
    OIDC_CLIENT_ID: "pipelog",
    OIDC_CLIENT_SECRET: "secret",
    OIDC_NAME: "Highveld Login",
    SMTP_URL: `smtp://127.0.0.1:${inbox.port}`,
    MAIL_FROM: "Pipelog <pipelog@example.com>",
  });
  const { sql } = await import("@/db/client");
  closePool = () => sql.end();
});
afterAll(async () => {
  await closePool();
  await inbox.stop();
  await database.drop();
});

test("a member is told by mail when an account is linked to theirs, and when it is unlinked", async () => {
  const { linkFromIssuer } = await import("./link-from-issuer");
  const { linkProof } = await import("./link-proof");
  const token = await startSession(database.db, { memberId, userAgent: null, now });
  const identity = { issuer: "https://login.example", subject: "u-1" };
  const asked = { identity, proof: linkProof(hashOfToken(token)), token };
  expect(await linkFromIssuer(asked, now)).toBe(memberId);
  const mail = await inbox.next(address, "An account at Highveld Login was linked to yours for Highveld");
  expect(mail.text).toContain("http://127.0.0.1:3000/profile");
  expect(await linkFromIssuer(asked, now), "linked already").toBe(memberId);

  const { tellOfAccount } = await import("./tell-of-account");
  const { accountUnlinkedMail } = await import("@/lib/mail/account-mails");
  const member = { id: memberId, name: "Thandi", email: address };
  tellOfAccount(database.db, { member, team: { name: "Highveld" } }, accountUnlinkedMail);
  await inbox.next(address, "Your account at Highveld Login was unlinked for Highveld");
  expect(inbox.mails).toEqual([]);
  expect(await database.db.$count(identities)).toBe(1);
});
