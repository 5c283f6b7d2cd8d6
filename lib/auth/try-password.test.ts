import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { members, signInFailures } from "@/db/schema";
import { untouchedForm } from "@/lib/actions/form-state";
import { publicAction } from "@/lib/actions/public-action";
import { acceptInvitation } from "@/lib/members/accept-invitation";
import { inviteMember } from "@/lib/members/invite-member";
import { makeShareLink } from "@/lib/shares/make-share-link";
import { wholeView } from "@/lib/shares/share-filter";
import { unlockShare } from "@/lib/shares/unlock-share";
import { TooBusyError } from "@/lib/turns";
import { partsOf } from "@/lib/wording/share-parts";
import { castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { changePassword } from "./change-password";
import { checkCredentials } from "./check-credentials";
import { hashPassword } from "./password";
import { makeResetLink, setPasswordByLink } from "./password-reset-link";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const secret = "a secret of at least thirty-two characters";
const now = new Date("2026-06-30T12:00:00Z");
const email = "anna@tyres.example";
const password = "blue tyres roll far";
const wanted = "four wheels on the road";
const address = "203.0.113.9";

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  const passwordHash = await hashPassword(password);
  await database.db.update(members).set({ email, passwordHash }).where(eq(members.id, cast.anna.id));
});
afterAll(() => database.drop());

/** Has every turn and every place in the queue taken, until it is told to go. */
function crowd() {
  let isThere = true;
  const everybody = Array.from({ length: 102 }, async () => {
    while (isThere) await hashPassword("somebody's");
  });
  return async () => {
    isThere = false;
    await Promise.all(everybody);
  };
}

async function attempts() {
  const { db } = database;
  const share = (passphrase: string) =>
    makeShareLink(db, {
      ...{ actor: cast.anna, now, today: "2026-06-30" },
      wanted: {
        ...{ title: "For the bank", view: "overview", filter: wholeView, parts: partsOf("overview") },
        ...{ customersMasked: true, salespeopleByInitials: false, amountsHidden: false },
        ...{ passphrase, expiresAt: null },
      },
    });
  const shared = await share(password);
  const byCara = { actor: cast.cara, now };
  const invited = await inviteMember(db, { ...byCara, invitee: { name: "Dineo" }, role: "member" });
  const link = await makeResetLink(db, { ...byCara, memberId: cast.anna.id });
  const own = { memberId: cast.anna.id, current: password, wanted, keptSession: "" };
  const acceptance = { by: "password", email: "dineo@tyres.example", password } as const;
  return {
    signIn: () => checkCredentials(db, secret, { email, password, address }, now),
    unlock: () => unlockShare(db, secret, { token: shared.token, passphrase: password, address }, now),
    share: () => share(wanted),
    accept: () => acceptInvitation(db, { token: invited.token, acceptance, now }),
    change: () => changePassword(db, secret, own, now),
    reset: () => setPasswordByLink(db, { token: link.token, password, now }),
  };
}

test("while too many passwords are being checked nothing is done, told as a sentence, and no attempt counts", async () => {
  const { signIn, ...others } = await attempts();
  const disperse = crowd();
  expect(await signIn()).toEqual({ kind: "busy" });
  for (const act of Object.values(others)) await expect(act()).rejects.toBeInstanceOf(TooBusyError);
  const form = new FormData();
  form.set("title", "For the bank");
  const action = publicAction(z.object({ title: z.string() }), async () => {
    await others.share();
    return undefined;
  });
  expect(await action(untouchedForm, form)).toEqual({
    errors: {},
    message: "Too much is going on right now. Please try again in a moment.",
    values: { title: "For the bank" },
    keepsFields: true,
  });
  await disperse();
  const counted = await database.db.select({ failures: signInFailures.failures }).from(signInFailures);
  expect(counted.map(({ failures }) => failures)).toEqual([0, 0, 0, 0]);

  expect(await signIn()).toMatchObject({ kind: "member", name: "Anna" });
  expect(await others.unlock()).toMatchObject({ kind: "open" });
  await others.accept();
  await others.reset();
  await others.change();
}, 30_000);
