import { asc, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countGoodAccess } from "@/db/queries/good-access";
import { getGoodShareLink, getShareLink, listShareLinks } from "@/db/queries/share-links";
import { isUnlocked } from "@/db/queries/share-unlocks";
import { getTeam } from "@/db/queries/team";
import { auditLog, conversations, members, shareLinks, shareUnlocks, stages } from "@/db/schema";
import { hashOfToken } from "@/lib/auth/secret-token";
import { addContact } from "@/lib/customers/change-contact";
import { deriveAllDeals } from "@/lib/log/derive-deals";
import { logConversation } from "@/lib/log/log-conversation";
import { changeRole } from "@/lib/members/change-role";
import { removeMember } from "@/lib/members/remove-member";
import { partsOf } from "@/lib/wording/share-parts";
import { addCustomer, castTeam, talk } from "@/tests/support/cast";
import { createTestDatabase, type TestDatabase } from "@/tests/support/create-test-database";
import { extendShareLink } from "./extend-share-link";
import { makeShareLink, type WantedShareLink } from "./make-share-link";
import { sharedSort } from "./read-shared-stages";
import { readSharedView } from "./read-shared-view";
import { revokeShareLink } from "./revoke-share-link";
import { readShareFilter, type ShareFilter, wholeView } from "./share-filter";
import { endOfShare, lastDayOfShare, offeredLastDay } from "./share-rules";
import { unlockShare } from "./unlock-share";

let database: TestDatabase;
let cast: Awaited<ReturnType<typeof castTeam>>;
const now = new Date("2026-06-30T12:00:00Z");
const today = "2026-06-30";
const inAMonth = new Date("2026-07-30T22:00:00Z");
const day = 86_400_000;
const secret = "a key of the tests, long enough to be one";

beforeEach(async () => {
  database = await createTestDatabase();
  cast = await castTeam(database.db);
});
afterEach(() => database.drop());

function wanted(given: Partial<WantedShareLink> = {}): WantedShareLink {
  const view = given.view ?? "stages";
  return {
    title: "For the bank",
    view,
    filter: wholeView,
    parts: partsOf(view),
    customersMasked: true,
    salespeopleByInitials: false,
    amountsHidden: false,
    passphrase: "",
    expiresAt: inAMonth,
    ...given,
  };
}

const make = (given: Partial<WantedShareLink> = {}, actor = cast.anna) =>
  makeShareLink(database.db, { actor, now, today, wanted: wanted(given) });
const good = (token: string, at = now) => getGoodShareLink(database.db, hashOfToken(token), at);
const versionOf = async (id: number) => (await getShareLink(database.db, id))?.version ?? 0;

describe("a link", () => {
  test("is made by members and admins, audited, and only its token's hash is kept", async () => {
    await expect(make({}, cast.vera)).rejects.toThrow("Only a member or an admin");
    const { id, token } = await make();
    expect(Buffer.from(token, "base64url").length).toBeGreaterThanOrEqual(16);
    expect(JSON.stringify(await database.db.select().from(shareLinks))).not.toContain(token);
    expect(await good(token)).toMatchObject({ id, title: "For the bank", view: "stages" });
    const [entry] = await database.db.select().from(auditLog);
    expect(entry).toMatchObject({ act: "make share link", memberId: cast.anna.id, subjectId: String(id) });
  });

  test("is listed to its maker and to admins until it is revoked", async () => {
    const [annas, bens] = [await make(), await make({}, cast.ben)];
    const listed = async (madeById: number | null) =>
      (await listShareLinks(database.db, madeById)).map(({ id }) => id);
    expect(await listed(cast.anna.id)).toEqual([annas.id]);
    expect(await listed(null)).toEqual([bens.id, annas.id]);
    await revokeShareLink(database.db, { id: bens.id, version: 1, actor: cast.ben, now });
    expect(await listed(null)).toEqual([annas.id]);
  });

  test("has in the audit log that it asks for a passphrase, neither that nor its hash", async () => {
    const { id, token } = await make({ passphrase: "blue tyres roll" });
    const [entry] = await database.db.select().from(auditLog);
    expect(entry).toMatchObject({ subjectId: String(id), after: { hasPassphrase: true } });
    const { passphraseHash } = (await good(token)) ?? {};
    for (const secretText of ["blue tyres roll", passphraseHash, hashOfToken(token)])
      expect(JSON.stringify(entry)).not.toContain(secretText);
  });

  test("breaks no rule", async () => {
    for (const [given, said] of [
      [{ title: " " }, "needs a title"],
      [{ parts: [] }, "at least one part"],
      [{ parts: ["funnel"] }, "no such part"],
      [{ customersMasked: false }, "needs a passphrase"],
      [{ customersMasked: false, passphrase: "blue tyres", expiresAt: null }, "needs a last day"],
      [{ passphrase: "short" }, "at least 8 characters"],
      [{ expiresAt: now }, "today or later"],
      [{ filter: { ...wholeView, day: "2026-07-01" } }, "today or earlier"],
      [{ filter: { ...wholeView, preset: null, from: "2026-06-02", day: "2026-06-01" } }, "period begins"],
      [{ filter: { ...wholeView, salespersonId: 999 } }, "no such salesperson"],
      [{ filter: { ...wholeView, stageId: 999 } }, "no such stage"],
    ] as [Partial<WantedShareLink>, string][])
      await expect(make(given), said).rejects.toThrow(said);
    expect(await database.db.$count(shareLinks)).toBe(0);
  });

  test("is over at its end, and for good once it is revoked; its maker and admins extend and revoke it", async () => {
    const { id, token } = await make();
    const other = await make();
    const seen = async () => ({ id, version: await versionOf(id), now });
    expect(await good(token, inAMonth)).toBeUndefined();
    const later = new Date(inAMonth.getTime() + 30 * day);
    for (const actor of [cast.ben, cast.vera])
      await expect(
        extendShareLink(database.db, { ...(await seen()), actor, expiresAt: later }),
      ).rejects.toThrow(/no such link|Only a member/);
    const first = await seen();
    await extendShareLink(database.db, { ...first, actor: cast.anna, expiresAt: later });
    expect(await good(token, inAMonth)).toBeDefined();
    expect(await good(other.token, inAMonth)).toBeUndefined();
    await expect(revokeShareLink(database.db, { ...first, actor: cast.cara })).rejects.toThrow(
      "Anna has changed this link",
    );
    await revokeShareLink(database.db, { ...(await seen()), actor: cast.cara });
    expect(await good(token)).toBeUndefined();
    expect(await good(other.token)).toBeDefined();
    await expect(
      extendShareLink(database.db, { ...(await seen()), actor: cast.anna, expiresAt: later }),
    ).rejects.toThrow("Cara has revoked this link already");
    const acts = await database.db.select({ act: auditLog.act }).from(auditLog).orderBy(auditLog.id);
    expect(acts.slice(2).map(({ act }) => act)).toEqual(["extend share link", "revoke share link"]);
  });

  test("that shows names cannot lose its end, and no end lies in the past", async () => {
    const { id } = await make({ customersMasked: false, passphrase: "blue tyres roll" });
    await expect(
      extendShareLink(database.db, { id, version: 1, now, actor: cast.anna, expiresAt: now }),
    ).rejects.toThrow("today or later");
    await expect(
      extendShareLink(database.db, { id, version: 1, now, actor: cast.anna, expiresAt: null }),
    ).rejects.toThrow("needs a last day");
  });

  test("is good up to the end of its last day in the team's time zone", () => {
    expect(endOfShare("2026-07-30", cast.timeZone)).toEqual(inAMonth);
    expect(endOfShare(null, cast.timeZone)).toBeNull();
    expect(lastDayOfShare(inAMonth, cast.timeZone)).toBe("2026-07-30");
  });

  test("is offered the last day it has, none where it has none, and thirty days on where it is over", () => {
    const at = { now, today, timeZone: cast.timeZone };
    const offered = (lastDay: string | null) => offeredLastDay(endOfShare(lastDay, cast.timeZone), at);
    expect(offered("2027-06-30")).toBe("2027-06-30");
    expect(offered(today)).toBe(today);
    expect(offered(null)).toBeNull();
    expect(offered("2026-06-29")).toBe("2026-07-30");
  });

  test("shows nothing while its maker may not share, though nobody revoked it", async () => {
    const { token } = await make();
    const annaIs = (standing: Partial<typeof members.$inferInsert>) =>
      database.db.update(members).set(standing).where(eq(members.id, cast.anna.id));
    await annaIs({ role: "viewer" });
    expect(await good(token)).toBeUndefined();
    await annaIs({ role: "member", removedAt: now });
    expect(await good(token)).toBeUndefined();
    await annaIs({ removedAt: null });
    expect(await good(token)).toBeDefined();
  });

  test("ends with its maker's removal or their becoming a viewer", async () => {
    const annas = await make({ expiresAt: null });
    const bens = await make({}, cast.ben);
    const revoked = await make();
    await make({ title: "Over soon", expiresAt: new Date(now.getTime() + 1) });
    const earlier = new Date(now.getTime() - day);
    await revokeShareLink(database.db, { id: revoked.id, version: 1, actor: cast.anna, now: earlier });
    const later = new Date(now.getTime() + 1);
    expect(await countGoodAccess(database.db, cast.anna.id, later)).toEqual({
      shareLinks: 1,
      tokens: 0,
      madeInvitations: 0,
      invitations: 0,
    });
    const version = async (id: number) =>
      (await database.db.select().from(members).where(eq(members.id, id)))[0]?.version ?? 0;
    await removeMember(database.db, {
      actor: cast.cara,
      now,
      memberId: cast.anna.id,
      version: await version(cast.anna.id),
    });
    await changeRole(database.db, {
      actor: cast.cara,
      now,
      memberId: cast.ben.id,
      version: await version(cast.ben.id),
      role: "viewer",
    });
    await expect(make()).rejects.toThrow("Only a member or an admin");
    const told = await database.db
      .select({ act: auditLog.act, after: auditLog.after })
      .from(auditLog)
      .where(eq(auditLog.subject, "member"))
      .orderBy(asc(auditLog.id));
    expect(told).toMatchObject([
      { act: "remove member", after: { shareLinkTitles: ["For the bank", "Over soon"] } },
      { act: "change role", after: { shareLinksEnded: [bens.id], shareLinkTitles: ["For the bank"] } },
    ]);
    await database.db.update(members).set({ role: "member", removedAt: null });
    expect(await good(annas.token), "also when its maker is back").toBeUndefined();
    expect(await good(bens.token)).toBeUndefined();
    const [first] = await database.db.select().from(shareLinks).where(eq(shareLinks.id, revoked.id));
    expect(first).toMatchObject({ revokedAt: earlier, revokedById: cast.anna.id });
  });
});

describe("a passphrase", () => {
  const attempt = (token: string, passphrase: string, at = now, address = "203.0.113.5") =>
    unlockShare(database.db, secret, { token, passphrase, address }, at);

  test("opens its own link and no other, until the browser is asked again", async () => {
    const { id, token } = await make({ passphrase: "blue tyres roll" });
    const other = await make({ passphrase: "blue tyres roll" });
    expect(await attempt("made-up", "blue tyres roll")).toEqual({ kind: "gone" });
    expect(await attempt(token, "Blue tyres roll")).toEqual({ kind: "wrong" });
    const opened = await attempt(token, "blue tyres roll");
    if (opened.kind !== "open") throw new Error("The passphrase opens.");
    const tokenHash = hashOfToken(opened.unlock);
    expect(await isUnlocked(database.db, { tokenHash, shareLinkId: id }, now)).toBe(true);
    expect(await isUnlocked(database.db, { tokenHash, shareLinkId: other.id }, now)).toBe(false);
    const madeUp = hashOfToken("made-up");
    expect(await isUnlocked(database.db, { tokenHash: madeUp, shareLinkId: id }, now)).toBe(false);
    const later = new Date(now.getTime() + 7 * day);
    expect(await isUnlocked(database.db, { tokenHash, shareLinkId: id }, later)).toBe(false);
    for (const at of [new Date(later.getTime() - 1), later])
      await attempt(other.token, "blue tyres roll", at);
    const kept = await database.db.select().from(shareUnlocks);
    expect(
      kept.map(({ shareLinkId }) => shareLinkId),
      "one that has ended is forgotten",
    ).toEqual([other.id, other.id]);
  });

  test("is guessed five times at once, then slower and slower, from whatever address", async () => {
    const { token } = await make({ passphrase: "blue tyres roll" });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => attempt(token, `guess ${index}`, now, `203.0.113.${index}`)),
    );
    expect(answers.filter(({ kind }) => kind === "wrong")).toHaveLength(5);
    expect(answers.filter(({ kind }) => kind === "wait")).toHaveLength(15);
    expect(await attempt(token, "blue tyres roll")).toMatchObject({ kind: "wait" });
    expect(await attempt(token, "blue tyres roll", new Date(now.getTime() + 2000))).toMatchObject({
      kind: "open",
    });
  });
});

describe("the filter", () => {
  test("of a live link moves with the day, its preset kept; a frozen one stays", () => {
    const live = readShareFilter({ ...wholeView, preset: "this-month" }, "2026-07-05");
    expect(live).toMatchObject({ filter: { from: "2026-07-01", to: "2026-07-05" }, isFrozen: false });
    const frozen = readShareFilter({ ...wholeView, preset: "this-month", day: today }, "2026-07-05");
    expect(frozen).toMatchObject({ filter: { from: "2026-06-01", to: today }, isFrozen: true });
    expect(frozen.previous).toMatchObject({ from: "2026-05-01", to: "2026-05-30" });
    const moved = readShareFilter(
      { ...wholeView, preset: null, from: "2026-07-06", day: "2026-07-06" },
      "2026-07-05",
    );
    expect(moved.filter).toMatchObject({ from: "2026-07-05", to: "2026-07-05" });
  });

  test("by the dates of a calendar preset is compared as that preset is, as long as they are its dates", () => {
    const october = { ...wholeView, preset: "last-month", from: "2026-10-01" } as const;
    const frozen = readShareFilter({ ...october, day: "2026-10-31" }, "2026-11-24");
    expect(frozen).toMatchObject({
      filter: { from: "2026-10-01", to: "2026-10-31" },
      previous: { from: "2026-09-01", to: "2026-09-30" },
      preset: null,
    });
    expect(readShareFilter({ ...october, preset: null, day: "2026-10-31" }, "2026-11-24").previous).toEqual({
      from: "2026-08-31",
      to: "2026-09-30",
      salespersonId: null,
    });
    expect(readShareFilter(october, "2026-11-24")).toMatchObject({
      filter: { from: "2026-10-01", to: "2026-11-24" },
      previous: { from: "2026-08-07", to: "2026-09-30" },
    });
  });

  test("an order that would tell what is hidden gives way", () => {
    const open = { customersMasked: false, salespeopleByInitials: false, amountsHidden: false };
    const by = (sort: ShareFilter["sort"], masks: Partial<typeof open>) =>
      sharedSort({ sort, descending: true }, { ...open, ...masks }).sort;
    expect(by("customer", {})).toBe("customer");
    expect(by("customer", { customersMasked: true })).toBe("stage");
    expect(by("salesperson", { customersMasked: true })).toBe("stage");
    expect(by("salesperson", { salespeopleByInitials: true })).toBe("stage");
    expect(by("amount", { amountsHidden: true })).toBe("stage");
    expect(by("with-whom", {})).toBe("stage");
    expect(by("date", { customersMasked: true, amountsHidden: true })).toBe("date");
  });
});

describe("what a link shows", () => {
  const names = ["Aardvark Haulage", "Baobab Buses", "Cheetah Couriers"];

  async function log() {
    await database.db.execute(sql`alter sequence stages_id_seq restart with 550000001`);
    const trial = { name: "Trial", nameKey: "trial", outcome: "open", position: 7 } as const;
    await database.db.insert(stages).values(trial);
    await database.db.execute(sql`alter sequence contacts_id_seq restart with 660000001`);
    await database.db.execute(sql`alter sequence customers_id_seq restart with 770000001`);
    await database.db.execute(sql`alter sequence conversations_id_seq restart with 880000001`);
    await database.db.execute(sql`alter sequence deals_id_seq restart with 990000001`);
    for (const [index, name] of names.entries()) {
      const customerId = await addCustomer(database.db, name);
      const facts = { role: "", email: "", phone: "", actor: cast.anna, now };
      const contactId = await addContact(database.db, { ...facts, customerId, name: "Lerato Nkosi" });
      await logConversation(
        database.db,
        talk({
          customerId,
          contactId,
          heldById: index === 2 ? cast.ben.id : cast.anna.id,
          on: "2026-05-04",
          stageId: cast.stages["Demo given"],
          deal: { name: `Winter contract ${index + 1}` },
          amount: `${index + 1}234567.00`,
          note: `Call me at ${name}@example.com`,
        }),
        { actor: cast.cara, now, timeZone: cast.timeZone },
      );
    }
  }

  async function shown(given: Partial<WantedShareLink>) {
    const { token } = await make(given);
    const [link, team] = await Promise.all([good(token), getTeam(database.db)]);
    if (!link || !team) throw new Error("A new link is good.");
    return readSharedView(database.db, { link, team, today }, { page: 1, secret });
  }

  test("masked there is no name, note or id in any view; amounts hidden there is no money", async () => {
    await log();
    for (const view of ["overview", "stages", "analysis"] as const) {
      const told = JSON.stringify(await shown({ view, amountsHidden: true, salespeopleByInitials: true }));
      for (const secretText of [
        ...names,
        "Winter contract",
        "Lerato",
        "example.com",
        "55000000",
        "66000000",
        "77000000",
        "88000000",
        "99000000",
        "234567",
        "Anna",
      ])
        expect(told, view).not.toContain(secretText);
    }
    const view = await shown({});
    if (view.view !== "stages") throw new Error("The stages were shared.");
    expect(view.items.map(({ customer }) => customer)).toEqual(["Customer 1", "Customer 2", "Customer 3"]);
    expect(JSON.stringify(view)).toContain("234567");
  });

  test("with amounts hidden no figure tells of them, of the period before neither: it is the same without any", async () => {
    for (const [month, stage] of [
      ["05", "Won"],
      ["06", "Won"],
      ["06", "Proposal sent"],
    ] as const) {
      const customerId = await addCustomer(database.db, `${names[0]} ${month} ${stage}`);
      for (const [day, stageId] of [
        ["01", cast.stages["Demo given"]],
        ["09", cast.stages[stage]],
      ] as const)
        await logConversation(
          database.db,
          talk({ customerId, heldById: cast.anna.id, on: `2026-${month}-${day}`, stageId, amount: "700" }),
          { actor: cast.cara, now, timeZone: cast.timeZone },
        );
    }
    const told = async (amountsHidden: boolean) => {
      const filter = { ...wholeView, preset: "this-month" } as const;
      const views = ["overview", "stages", "analysis"] as const;
      return Promise.all(views.map((view) => shown({ view, filter, amountsHidden })));
    };
    const [hidden, open] = [await told(true), await told(false)];
    expect(hidden[0]).toMatchObject({ before: { overview: { figures: { won: { deals: 1 } } } } });
    await database.db.update(conversations).set({ amount: null });
    await deriveAllDeals(database.db);
    expect(await told(true)).toEqual(hidden);
    expect(await told(false)).not.toEqual(open);
  });

  test("by initials it names nobody, whose deals it shows neither", async () => {
    const filter = { ...wholeView, salespersonId: cast.anna.id };
    expect(await shown({ filter })).toMatchObject({ salesperson: "Anna" });
    expect(await shown({ filter, salespeopleByInitials: true })).toMatchObject({ salesperson: "A" });
  });

  test("of the same moment the order tells nothing of the ids, and each link has its own", async () => {
    await log();
    const orders = new Set<string>();
    for (let count = 0; count < 12; count++) {
      const view = await shown({});
      if (view.view === "stages") orders.add(view.items.map(({ amount }) => amount).join());
    }
    expect(orders.size).toBeGreaterThan(1);
  });

  test("with names there are still no notes, contacts and ids", async () => {
    await log();
    const view = await shown({ customersMasked: false, passphrase: "blue tyres roll" });
    const told = JSON.stringify(view);
    for (const name of names) expect(told).toContain(`"customer":"${name}"`);
    expect(told).toContain('"deal":"Winter contract 1"');
    for (const secretText of ["example.com", "Call me", "Lerato", "77000000", "88000000", "99000000"])
      expect(told).not.toContain(secretText);
  });

  test("rows are numbered on from page to page, a page past the last is the last, and no key of the order is told", async () => {
    await log();
    await database.db.execute(sql`
      with made as (
        insert into customers (name, name_key)
        select 'Fleet ' || number, 'fleet ' || number from generate_series(1, 100) as number
        returning id
      ), dealt as (insert into deals (customer_id) select id from made returning id, customer_id)
      insert into conversations (customer_id, deal_id, stage_id, occurred_at, local_date, date_only, held_by_id,
        recorded_by_id, recorded_at)
      select customer_id, id, ${cast.stages["Demo given"]}, '2026-05-01 08:00Z', '2026-05-01', false,
        ${cast.anna.id}, ${cast.anna.id}, '2026-05-01 08:00Z' from dealt`);
    await deriveAllDeals(database.db);
    const filter = { ...wholeView, sort: "amount", descending: true } as const;
    const { token } = await make({ filter });
    const [link, team] = await Promise.all([good(token), getTeam(database.db)]);
    if (!link || !team) throw new Error("A new link is good.");
    const page = async (number: number) => {
      const view = await readSharedView(database.db, { link, team, today }, { page: number, secret });
      if (view.view !== "stages") throw new Error("The stages were shared.");
      return view;
    };
    const first = await page(1);
    expect(first).toMatchObject({ matching: 103, page: 1, nextPage: 2 });
    expect(first.items.slice(0, 3).map(({ amount }) => amount?.slice(0, 1))).toEqual(["3", "2", "1"]);
    expect(first.items.some(({ sortKey }) => sortKey !== null)).toBe(false);
    for (const asked of [2, 9]) {
      const last = await page(asked);
      expect(last).toMatchObject({ page: 2, nextPage: null });
      expect(last.items.map(({ customer }) => customer)).toEqual([
        "Customer 101",
        "Customer 102",
        "Customer 103",
      ]);
    }
  });

  test("a salesperson or stage that is gone leaves nothing to see instead of everything", async () => {
    await log();
    const { token } = await make({ filter: { ...wholeView, salespersonId: cast.ben.id } });
    await database.db
      .update(shareLinks)
      .set({ filter: { ...wholeView, salespersonId: 12_345, stageId: 67_890 } });
    const [link, team] = await Promise.all([good(token), getTeam(database.db)]);
    if (!link || !team) throw new Error("A new link is good.");
    const view = await readSharedView(database.db, { link, team, today }, { page: 1, secret });
    expect(view).toMatchObject({ items: [], totals: { rows: 0 }, salesperson: "Somebody" });
  });
});
