import { and, eq, isNull } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countGoodAccess } from "@/db/queries/good-access";
import {
  getOpenInvitation,
  getOpenInvitationFor,
  isAcceptedBy,
  listOpenInvitations,
  noteInvitationMailed,
} from "@/db/queries/invitations";
import { insertSession } from "@/db/queries/sessions";
import { countAdmins } from "@/db/queries/team-members";
import { getToken } from "@/db/queries/tokens";
import { auditLog, conversations, erasures, identities, invitations, members, sessions } from "@/db/schema";
import { createApiToken } from "@/lib/auth/api-token";
import { makeResetLink, setPasswordByLink } from "@/lib/auth/password-reset-link";
import { hashOfToken } from "@/lib/auth/secret-token";
import { lockImports } from "@/lib/import/import-lock";
import type { Role } from "@/lib/pipeline/role";
import { makeToken } from "@/lib/tokens/make-token";
import { revokeToken } from "@/lib/tokens/revoke-token";
import { castTeam } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { importText } from "@/tests/support/import-text";
import { type Acceptance, acceptInvitation } from "./accept-invitation";
import { changeRole } from "./change-role";
import { inviteMember } from "./invite-member";
import { removeMember } from "./remove-member";
import { renameMember } from "./rename-member";
import { revokeInvitation } from "./revoke-invitation";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-06-30T12:00:00Z");
const day = 86_400_000;

beforeEach(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
  for (const name of ["Cara", "Anna", "Vera"]) await giveLogin(name);
});
afterEach(() => database.drop());

async function giveLogin(name: string) {
  await database.db
    .update(members)
    .set({ email: `${name.toLowerCase()}@tyres.example`, passwordHash: "x" })
    .where(eq(members.name, name));
}

async function member(id: number) {
  const [row] = await database.db.select().from(members).where(eq(members.id, id));
  if (!row) throw new Error("No such member.");
  return row;
}

const seen = async (id: number) => ({ memberId: id, version: (await member(id)).version });
const byCara = () => ({ actor: cast.cara, now });
const invite = (name = "Dineo", role: Role = "member") =>
  inviteMember(database.db, { ...byCara(), invitee: { name }, role });
const withPassword = (email = "dineo@tyres.example", name?: string): Acceptance => ({
  by: "password",
  name,
  email,
  password: "blue tyres roll far",
});
const accept = (token: string, acceptance = withPassword(), at = now) =>
  acceptInvitation(database.db, { token, acceptance, now: at });

describe("an invitation", () => {
  test("makes a member of its role and name, once, and only its token's hash is kept", async () => {
    const { token } = await invite();
    expect(Buffer.from(token, "base64url").length).toBeGreaterThanOrEqual(16);
    const [row] = await database.db.select().from(invitations);
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row?.expiresAt.getTime()).toBe(now.getTime() + 7 * day);

    const id = await accept(token);
    expect(await member(id)).toMatchObject({ name: "Dineo", role: "member", email: "dineo@tyres.example" });
    await expect(accept(token, withPassword("other@tyres.example"))).rejects.toThrow("not good any more");
    const isBy = (email: string) => isAcceptedBy(database.db, hashOfToken(token), email);
    expect([await isBy("Dineo@tyres.example"), await isBy("cara@tyres.example")]).toEqual([true, false]);
    const acts = await database.db.select({ act: auditLog.act, by: auditLog.memberId }).from(auditLog);
    expect(acts).toEqual([
      { act: "invite member", by: cast.cara.id },
      { act: "accept invitation", by: id },
    ]);
  });

  test("for somebody of imported history gives them a login: no second member", async () => {
    const before = await database.db.$count(members);
    const inviteBen = (replacedId?: number) =>
      inviteMember(database.db, {
        ...byCara(),
        invitee: { memberId: cast.ben.id, replacedId },
        role: "viewer",
      });
    const lost = await inviteBen();
    const other = await invite();
    for (const replacedId of [undefined, other.invitationId])
      await expect(inviteBen(replacedId)).rejects.toThrow("Ben has an open invitation already");
    const { token } = await inviteBen(lost.invitationId);
    await expect(accept(lost.token)).rejects.toThrow("not good any more");
    const acts = await database.db.select({ act: auditLog.act, id: auditLog.subjectId }).from(auditLog);
    expect(acts).toContainEqual({ act: "revoke invitation", id: String(lost.invitationId) });
    expect(await accept(token, withPassword("ben@tyres.example"))).toBe(cast.ben.id);
    expect(await member(cast.ben.id)).toMatchObject({
      name: "Ben",
      role: "viewer",
      email: "ben@tyres.example",
    });
    expect(await database.db.$count(members)).toBe(before);
    await expect(
      inviteMember(database.db, { ...byCara(), invitee: { memberId: cast.ben.id }, role: "member" }),
    ).rejects.toThrow("can sign in already");
  });

  test("expired, revoked, unknown or of a removed inviter is the same refusal", async () => {
    const refusal = "This invitation is not good any more. Ask for a new one.";
    const expired = await invite();
    await expect(accept(expired.token, withPassword(), new Date(now.getTime() + 7 * day))).rejects.toThrow(
      refusal,
    );
    const revoked = await invite();
    await revokeInvitation(database.db, { ...byCara(), invitationId: revoked.invitationId });
    await expect(accept(revoked.token)).rejects.toThrow(refusal);
    await expect(
      revokeInvitation(database.db, { ...byCara(), invitationId: revoked.invitationId }),
    ).rejects.toThrow("revoked already");
    await expect(accept("made up")).rejects.toThrow(refusal);

    await changeRole(database.db, { ...byCara(), ...(await seen(cast.anna.id)), role: "admin" });
    const anna = { id: cast.anna.id, role: "admin" } as const;
    const theirs = await inviteMember(database.db, {
      actor: anna,
      now,
      invitee: { name: "Eve" },
      role: "admin",
    });
    await removeMember(database.db, { ...byCara(), ...(await seen(anna.id)) });
    await expect(accept(theirs.token)).rejects.toThrow(refusal);
    await database.db.update(members).set({ removedAt: null }).where(eq(members.id, anna.id));
    await expect(accept(theirs.token), "also when the inviter is back").rejects.toThrow(refusal);
  });

  test("of somebody who is removed before they accepted leads nowhere: no way back in by an old link", async () => {
    const invitee = { memberId: cast.ben.id };
    const { token, invitationId } = await inviteMember(database.db, { ...byCara(), invitee, role: "admin" });
    await removeMember(database.db, { ...byCara(), ...(await seen(cast.ben.id)) });
    await expect(accept(token)).rejects.toThrow("not good any more");
    expect((await member(cast.ben.id)).removedAt).toEqual(now);
    const [entry] = await database.db.select().from(auditLog).where(eq(auditLog.act, "remove member"));
    expect(entry).toMatchObject({
      memberId: cast.cara.id,
      before: { name: "Ben", role: "member" },
      after: { invitationsEnded: [invitationId], invitedNames: ["Ben"] },
    });
  });

  test("that was accepted is not revoked, and keeps no e-mail; of those that ended neither is any kept", async () => {
    const { db } = database;
    const [used, late, open] = [await invite(), await invite("Late"), await invite("Open")];
    for (const { invitationId } of [used, late, open])
      await noteInvitationMailed(db, invitationId, "dineo@tyres.example");
    const id = await accept(used.token);
    const revoke = revokeInvitation(db, { ...byCara(), invitationId: used.invitationId });
    await expect(revoke).rejects.toThrow("Dineo has accepted meanwhile and is of the team.");
    await noteInvitationMailed(db, used.invitationId, "dineo@tyres.example");
    await removeMember(db, { ...byCara(), ...(await seen(id)) });
    await db.update(invitations).set({ expiresAt: now }).where(eq(invitations.id, late.invitationId));
    await invite("Another");
    const kept = await db.select().from(invitations).orderBy(invitations.id);
    expect(kept.map(({ name, email, revokedAt }) => [name, email, revokedAt])).toEqual([
      ["Dineo", null, null],
      ["Late", null, null],
      ["Open", "dineo@tyres.example", null],
      ["Another", null, null],
    ]);
  });

  test("is not good for who can sign in by now, nor of who left the team, though nobody revoked it", async () => {
    const bens = await inviteMember(database.db, {
      ...byCara(),
      invitee: { memberId: cast.ben.id },
      role: "admin",
    });
    await giveLogin("Ben");
    await expect(accept(bens.token)).rejects.toThrow("not good any more");
    expect(await member(cast.ben.id)).toMatchObject({ role: "member", passwordHash: "x" });
    const { token } = await invite();
    await database.db.update(members).set({ removedAt: now }).where(eq(members.id, cast.cara.id));
    await expect(accept(token)).rejects.toThrow("not good any more");
  });

  test("made by an admin who is demoted ends too: no link of theirs makes an admin later", async () => {
    await changeRole(database.db, { ...byCara(), ...(await seen(cast.anna.id)), role: "admin" });
    const anna = { id: cast.anna.id, role: "admin" } as const;
    const { token } = await inviteMember(database.db, {
      actor: anna,
      now,
      invitee: { name: "Anna again" },
      role: "admin",
    });
    await changeRole(database.db, { ...byCara(), ...(await seen(anna.id)), role: "member" });
    await expect(accept(token)).rejects.toThrow("not good any more");
    await expect(
      inviteMember(database.db, { actor: anna, now, invitee: { name: "Late" }, role: "admin" }),
    ).rejects.toThrow("Only an admin");
  });

  describe("of a new person whom an import names meanwhile", () => {
    const importOf = (employee: string) =>
      importText(database.db, "conversations", `customer,date,employee\nAcme,2026-03-01,${employee}\n`, {
        memberId: cast.cara.id,
      });
    const called = (name: string) =>
      database.db.select().from(members).where(eq(members.nameKey, name.toLowerCase())).orderBy(members.id);

    test("gives them that history: Jonas is one person, and the next import knows him", async () => {
      const { token } = await invite("Jonas Koch", "viewer");
      await importOf("jonas koch");
      const [imported] = await called("Jonas Koch");
      const id = await accept(token, withPassword("jonas@tyres.example", "Jonas"));
      expect(id).toBe(imported?.id);
      expect(await called("Jonas Koch")).toMatchObject([
        { id, name: "jonas koch", role: "viewer", email: "jonas@tyres.example" },
      ]);
      expect((await importOf("Jonas Koch")).report.applied).toBe(true);
      expect(await database.db.$count(conversations, eq(conversations.heldById, id))).toBe(2);
    });

    test("gives nobody a history by the name they type, nor that of who can sign in, was removed or erased", async () => {
      for (const end of ["login", "removed", "erased", "typed"] as const) {
        const { token } = await invite(`${end} Koch`);
        await importOf(end === "typed" ? "Other Koch" : `${end} Koch`);
        const [imported] = await called(end === "typed" ? "Other Koch" : `${end} Koch`);
        if (!imported) throw new Error("Nobody was imported.");
        const { id } = imported;
        if (end === "login")
          await database.db
            .update(members)
            .set({ email: "k@tyres.example", passwordHash: "x" })
            .where(eq(members.id, id));
        if (end === "removed") await removeMember(database.db, { ...byCara(), ...(await seen(id)) });
        if (end === "erased")
          await database.db
            .insert(erasures)
            .values({ kind: "member", subjectId: id, erasedById: cast.cara.id, erasedAt: now });
        const typed = withPassword(`${end}@tyres.example`, "Other Koch");
        expect(await accept(token, typed), end).not.toBe(id);
      }
    });

    test("waits for the import to end: of the two at once, neither makes a second Jonas", async () => {
      const { token } = await invite("Jonas Koch");
      await database.db.transaction(async (tx) => {
        await lockImports(tx);
        await expect(accept(token)).rejects.toThrow("An import is running. Try again when it is done.");
      });
      await importOf("Jonas Koch");
      await accept(token);
      expect(await called("Jonas Koch")).toHaveLength(1);
    });

    test("asks once about who is there by that name; somebody else then never gets their history", async () => {
      await importOf("Anna Schmidt");
      const [anna] = await called("Anna Schmidt");
      if (!anna) throw new Error("Nobody was imported.");
      const asked = await invite(" anna SCHMIDT").catch((error: unknown) => error);
      expect(asked).toMatchObject({
        message: "Anna Schmidt has history here: choose them under For, or press again for somebody else.",
        field: "name",
        ids: [anna.id],
      });
      const { token } = await inviteMember(database.db, {
        ...byCara(),
        invitee: { name: "Anna Schmidt", otherThan: [anna.id] },
        role: "member",
      });
      expect(await accept(token, withPassword("other.anna@tyres.example"))).not.toBe(anna.id);
      expect(await member(anna.id)).toMatchObject({ email: null, passwordHash: null });
    });
  });

  test("an e-mail of the team is refused, and the invitation stays good", async () => {
    const { token } = await invite();
    await expect(accept(token, withPassword("CARA@tyres.example"))).rejects.toThrow("this e-mail already");
    await expect(accept(token)).resolves.toBeGreaterThan(0);
  });

  test("an identity is linked by it; a second invitation does not move it to somebody else", async () => {
    const identity = { issuer: "https://login.example.com", subject: "42" };
    const first = await invite();
    const id = await accept(first.token, { by: "identity", identity, email: "vera@tyres.example" });
    expect(await member(id)).toMatchObject({ email: null, passwordHash: null });
    const second = await invite("Somebody");
    await expect(accept(second.token, { by: "identity", identity, email: null })).rejects.toThrow(
      "somebody of the team already",
    );
    expect(await database.db.select().from(identities)).toMatchObject([{ ...identity, memberId: id }]);
  });

  test("of fifty who use one link at once, one gets in", async () => {
    const { token } = await invite();
    const before = await database.db.$count(members);
    const attempts = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) => {
        const identity = { issuer: "https://login.example.com", subject: String(index) };
        return accept(token, { by: "identity", identity, email: null });
      }),
    );
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database.db.$count(members)).toBe(before + 1);
    expect(await database.db.$count(identities)).toBe(1);
  });
});

describe("roles", () => {
  test("are changed by admins only, and the second of two is told what the first did", async () => {
    const first = await seen(cast.anna.id);
    for (const actor of [cast.anna, cast.vera])
      await expect(changeRole(database.db, { actor, now, ...first, role: "admin" })).rejects.toThrow(
        "Only an admin",
      );
    await changeRole(database.db, { ...byCara(), ...first, role: "viewer" });
    await expect(changeRole(database.db, { ...byCara(), ...first, role: "admin" })).rejects.toThrow(
      "You have changed Anna meanwhile: Anna is a viewer now.",
    );
  });

  test("the last admin can neither be demoted nor removed, oneself included; one without a login does not count", async () => {
    await database.db.update(members).set({ role: "admin" }).where(eq(members.id, cast.ben.id));
    const cara = await seen(cast.cara.id);
    await expect(changeRole(database.db, { ...byCara(), ...cara, role: "member" })).rejects.toThrow(
      "last admin",
    );
    await expect(removeMember(database.db, { ...byCara(), ...cara })).rejects.toThrow("last admin");
    await changeRole(database.db, { ...byCara(), ...(await seen(cast.anna.id)), role: "admin" });
    await changeRole(database.db, { ...byCara(), ...cara, role: "member" });
    expect(await countAdmins(database.db)).toBe(1);
  });

  test("fifty demotions and removals of all admins at once leave one", async () => {
    const made = await database.db
      .insert(members)
      .values(
        Array.from({ length: 25 }, (_, index) => ({
          name: `Admin ${index}`,
          nameKey: `admin ${index}`,
          role: "admin" as const,
          email: `admin${index}@tyres.example`,
          passwordHash: "x",
        })),
      )
      .returning({ id: members.id, version: members.version });
    const all = [...made, { id: cast.cara.id, version: (await member(cast.cara.id)).version }];
    const attempts = await Promise.allSettled(
      Array.from({ length: 52 }, (_, index) => {
        const target = all[index % all.length];
        const actor = { id: all[(index * 7 + 3) % all.length]?.id ?? 0, role: "admin" as const };
        const change = { actor, now, memberId: target?.id ?? 0, version: target?.version ?? 0 };
        return index % 2
          ? changeRole(database.db, { ...change, role: "viewer" })
          : removeMember(database.db, change);
      }),
    );
    expect(attempts.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(await countAdmins(database.db)).toBeGreaterThanOrEqual(1);
    const oneByOne = await database.db
      .select()
      .from(members)
      .where(and(eq(members.role, "admin"), isNull(members.removedAt)));
    const [last] = oneByOne;
    if (!last) throw new Error("No admin is left.");
    const actor = { id: last.id, role: "admin" as const };
    for (const other of oneByOne.slice(1))
      await removeMember(database.db, { actor, now, memberId: other.id, version: other.version });
    await expect(
      removeMember(database.db, { actor, now, memberId: last.id, version: last.version }),
    ).rejects.toThrow("last admin");
  });
});

test("who is removed is out at once: sessions, tokens, sign-ins end; the name stays", async () => {
  const annaId = cast.anna.id;
  const { token: reset } = await makeResetLink(database.db, { ...byCara(), memberId: annaId });
  const token = await createApiToken(database.db, { name: "sheet", madeById: annaId, auditedAs: annaId });
  const caras = await makeToken(database.db, { ...byCara(), name: "Wall screen" });
  await insertSession(database.db, {
    tokenHash: "h",
    memberId: annaId,
    now,
    expiresAt: new Date(now.getTime() + day),
    userAgent: null,
  });
  await database.db.insert(identities).values({ issuer: "i", subject: "s", memberId: annaId });
  await removeMember(database.db, { ...byCara(), ...(await seen(annaId)) });
  expect(await member(annaId)).toMatchObject({
    name: "Anna",
    email: null,
    passwordHash: null,
    removedAt: now,
  });
  expect(await database.db.$count(sessions, eq(sessions.memberId, annaId))).toBe(0);
  expect(await database.db.$count(identities)).toBe(0);
  expect(await getToken(database.db, hashOfToken(token))).toBeUndefined();
  expect(await getToken(database.db, hashOfToken(caras))).toMatchObject({ member: { name: "Cara" } });
  await expect(removeMember(database.db, { ...byCara(), ...(await seen(annaId)) })).rejects.toThrow(
    "You have removed Anna from the team meanwhile.",
  );
  const { token: link } = await inviteMember(database.db, {
    ...byCara(),
    invitee: { memberId: annaId },
    role: "member",
  });
  await accept(link, withPassword("anna@tyres.example"));
  expect(await member(annaId)).toMatchObject({ email: "anna@tyres.example", removedAt: null });
  const byOldLink = setPasswordByLink(database.db, { token: reset, password: "red tyres roll far", now });
  await expect(byOldLink).rejects.toThrow("not good any more");
  expect(await getToken(database.db, hashOfToken(token))).toBeUndefined();
});

test("what would end with a member is what is good of theirs, and the invitations for them", async () => {
  const { db } = database;
  const [used, revoked, late] = [await invite(), await invite("Revoked"), await invite("Late")];
  await invite("Open");
  await inviteMember(db, { ...byCara(), invitee: { memberId: cast.ben.id }, role: "member" });
  await accept(used.token);
  await revokeInvitation(db, { ...byCara(), invitationId: revoked.invitationId });
  await db.update(invitations).set({ expiresAt: now }).where(eq(invitations.id, late.invitationId));
  const tokens = [
    await makeToken(db, { ...byCara(), name: "Wall screen" }),
    await makeToken(db, { ...byCara(), name: "Sheet" }),
  ];
  const ended = await getToken(db, hashOfToken(tokens[0] ?? ""));
  await revokeToken(db, { ...byCara(), tokenId: ended?.id ?? 0 });
  const none = { shareLinks: 0, tokens: 0, madeInvitations: 0, invitations: 0 };
  const endingOf = ({ id }: { id: number }) => countGoodAccess(db, id, now);
  expect(await endingOf(cast.cara)).toEqual({ ...none, tokens: 1, madeInvitations: 2, invitations: 2 });
  expect(await endingOf(cast.ben)).toEqual({ ...none, invitations: 1 });
  expect(await endingOf(cast.anna)).toEqual(none);
});

test("tokens are made and revoked by admins, with an audit entry each", async () => {
  await expect(makeToken(database.db, { actor: cast.anna, now, name: "x" })).rejects.toThrow("Only an admin");
  const token = await makeToken(database.db, { ...byCara(), name: "Spreadsheet" });
  const kept = await getToken(database.db, hashOfToken(token));
  if (!kept) throw new Error("A new token is good.");
  await revokeToken(database.db, { ...byCara(), tokenId: kept.id });
  expect(await getToken(database.db, hashOfToken(token))).toBeUndefined();
  await expect(revokeToken(database.db, { ...byCara(), tokenId: kept.id })).rejects.toThrow("already");
  expect(await database.db.$count(auditLog, eq(auditLog.subject, "token"))).toBe(2);
  for (const [name, said] of [
    [" ", "needs a name"],
    ["x".repeat(81), "at most 80"],
  ] as const)
    await expect(makeToken(database.db, { ...byCara(), name })).rejects.toThrow(said);
});

test("who is invited for a person of imported history is called as that person is now", async () => {
  const { db } = database;
  const [person] = await db
    .insert(members)
    .values({ name: "Sipo", nameKey: "sipo", role: "member" })
    .returning();
  const memberId = person?.id ?? 0;
  const { token, invitationId } = await inviteMember(db, {
    ...byCara(),
    invitee: { memberId },
    role: "member",
  });
  await renameMember(db, { actor: cast.cara, ...(await seen(memberId)), name: "Sipho" });
  expect(await getOpenInvitation(db, hashOfToken(token), now)).toMatchObject({
    name: "Sipho",
    invitedBy: "Cara",
  });
  expect(await listOpenInvitations(db, now)).toContainEqual(
    expect.objectContaining({ id: invitationId, name: "Sipho", invitedBy: "Cara" }),
  );
  expect(await getOpenInvitationFor(db, memberId, now)).toMatchObject({ name: "Sipho" });
  await revokeInvitation(db, { ...byCara(), invitationId });
});

test("an admin corrects a name, also of somebody who cannot sign in; of two who do the second is told", async () => {
  const { db } = database;
  const stale = await seen(cast.ben.id);
  await renameMember(db, { actor: cast.cara, ...stale, name: " Benjamin Botha " });
  expect(await member(cast.ben.id)).toMatchObject({ name: "Benjamin Botha", nameKey: "benjamin botha" });
  const again = { ...(await seen(cast.ben.id)), name: "Benjamin Botha" };
  await renameMember(db, { actor: cast.cara, ...again });
  const told = await db.select().from(auditLog).where(eq(auditLog.act, "change name"));
  expect(told).toMatchObject([
    {
      memberId: cast.cara.id,
      subject: "member",
      subjectId: String(cast.ben.id),
      before: { name: "Ben" },
      after: { name: "Benjamin Botha" },
    },
  ]);
  const ben = await seen(cast.ben.id);
  for (const [given, said] of [
    [{ ...stale, name: "Bennie" }, "meanwhile"],
    [{ ...ben, name: "  " }, "Enter the name."],
    [{ ...ben, name: "x".repeat(1000) }, "at most"],
    [{ ...ben, name: "Bennie", actor: cast.anna }, "Only an admin"],
  ] as const)
    await expect(renameMember(db, { actor: cast.cara, ...given }), said).rejects.toThrow(said);
  expect((await member(cast.ben.id)).name).toBe("Benjamin Botha");
  await expect(renameMember(db, { actor: cast.cara, ...ben, name: "\u200B" })).rejects.toThrow(
    "Enter the name.",
  );
  await renameMember(db, { actor: cast.cara, ...ben, name: "Benjamin\nB. Botha" });
  expect((await member(cast.ben.id)).name).toBe("Benjamin B. Botha");
});
