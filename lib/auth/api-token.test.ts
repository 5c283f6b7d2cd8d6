import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listTokens } from "@/db/queries/tokens";
import { apiTokens, auditLog, members } from "@/db/schema";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { onReadOnly } from "@/tests/support/read-only";
import { createApiToken, memberOfToken } from "./api-token";

const start = new Date("2026-03-02T09:00:00Z");
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);

let test: TestDatabase;
let madeById: number;

beforeAll(async () => {
  test = await createTestDatabase();
  const [member] = await test.db
    .insert(members)
    .values({ name: "Thandi", nameKey: "thandi", role: "admin" })
    .returning({ id: members.id });
  madeById = member?.id ?? 0;
});

afterAll(() => test.drop());

const make = () => createApiToken(test.db, { name: "Wall screen", madeById, auditedAs: null });
const ask = (authorization: string | undefined, now = start, db = test.db) => {
  const headers = authorization === undefined ? undefined : { authorization };
  return memberOfToken(db, new Request("http://localhost/api/v1/overview", { headers }), now);
};

describe("a token of the API", () => {
  it("stands for its maker", async () => {
    const token = await make();
    expect(await ask(`Bearer ${token}`)).toMatchObject({ id: madeById, name: "Thandi", role: "admin" });
    expect(await ask(`bearer  ${token}`)).toMatchObject({ id: madeById });
    expect(JSON.stringify(await test.db.select().from(apiTokens))).not.toContain(token);
    expect(await test.db.select().from(auditLog)).toMatchObject([{ act: "make token", memberId: null }]);
  });

  it("is nobody's when it is missing, wrong or sent another way", async () => {
    const token = await make();
    for (const sent of [undefined, "", token, `Basic ${token}`, `Bearer ${token}x`, "Bearer pipelog_"]) {
      expect(await ask(sent)).toBeUndefined();
    }
  });

  it("has a name as the settings take one, also from the command line", async () => {
    const called = (name: string) => createApiToken(test.db, { name, madeById, auditedAs: null });
    await expect(called(" \u001b ")).rejects.toThrow("A token needs a name.");
    await expect(called("x".repeat(81))).rejects.toThrow("A token's name has at most 80 characters.");
    await called(" Wall\n\u001b[31m screen ");
    const [latest] = await test.db.select().from(apiTokens).orderBy(desc(apiTokens.id)).limit(1);
    expect(latest?.name).toBe("Wall [31m screen");
  });

  it("notes its use at most once a minute", async () => {
    await test.db.delete(apiTokens);
    const token = await make();
    await make();
    const used = test.db.select({ at: apiTokens.lastUsedAt }).from(apiTokens).orderBy(apiTokens.id);
    const usedAt = async () => (await used).map(({ at }) => at);
    await ask(`Bearer ${token}`, start);
    await ask(`Bearer ${token}`, later(59));
    expect(await usedAt()).toEqual([start, null]);
    await ask(`Bearer ${token}`, later(60));
    expect(await usedAt()).toEqual([later(60), null]);
  });

  it("is good where the database can only be read: its use is not noted", async () => {
    const token = await make();
    const member = await onReadOnly(test, (db) => ask(`Bearer ${token}`, start, db));
    expect(member).toMatchObject({ id: madeById });
  });

  it("ends when it is revoked, and with its maker's removal", async () => {
    const [revoked, token] = [await make(), await make()];
    await test.db.update(apiTokens).set({ revokedAt: start });
    expect(await ask(`Bearer ${revoked}`)).toBeUndefined();
    expect(await listTokens(test.db)).toEqual([]);
    await test.db.update(apiTokens).set({ revokedAt: null });
    expect(await ask(`Bearer ${token}`)).toBeDefined();
    expect(await listTokens(test.db)).toHaveLength(await test.db.$count(apiTokens));
    await test.db.update(members).set({ removedAt: start }).where(eq(members.id, madeById));
    expect(await ask(`Bearer ${token}`)).toBeUndefined();
    expect(await listTokens(test.db)).toEqual([]);
  });
});
