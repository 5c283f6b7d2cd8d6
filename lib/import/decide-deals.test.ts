import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DealTalk, joinDeal } from "@/lib/pipeline/joining";
import { outcomes } from "@/lib/pipeline/outcome";
import { decideDeals, type ImportedTalk, type LoggedTalk } from "./decide-deals";

const row = (
  line: number,
  at: number,
  outcome: ImportedTalk["outcome"],
  more: Partial<ImportedTalk> = {},
) => ({
  line,
  at,
  outcome,
  hasAmount: false,
  existingId: null,
  deal: null,
  dealKey: null,
  staysInDealId: null,
  ...more,
});

const named = (name: string) => ({ deal: name, dealKey: name });
const none = new Map<string, number>();
const dealsOf = (decided: ReturnType<typeof decideDeals>) =>
  [...decided.dealOf].sort(([a], [b]) => a - b).map(([, dealId]) => dealId);

describe("decideDeals", () => {
  it("E of the worked examples: a thank-you call joins the won deal, a later demo is a new one", () => {
    const decided = decideDeals(
      [],
      [row(2, 420, "open"), row(3, 503, "won", { hasAmount: true }), row(4, 509, "won"), row(5, 609, "open")],
      none,
    );
    expect(dealsOf(decided)).toEqual([-1, -1, -1, -2]);
    expect(decided.newDeals).toEqual([
      { id: -1, name: null, nameKey: null },
      { id: -2, name: null, nameKey: null },
    ]);
  });

  it("H: a second Won with an amount is a repeat order, without one it is the same deal", () => {
    const won = (hasAmount: boolean) =>
      dealsOf(
        decideDeals([], [row(2, 503, "won", { hasAmount: true }), row(3, 910, "won", { hasAmount })], none),
      );
    expect(won(true)).toEqual([-1, -2]);
    expect(won(false)).toEqual([-1, -1]);
  });

  it("I: unnamed conversations join the named open deal, and after it is lost still that one", () => {
    const rows = [row(2, 1, "open", named("x")), row(3, 5, "open"), row(4, 6, "lost"), row(5, 7, "lost")];
    expect(dealsOf(decideDeals([], rows, none))).toEqual([-1, -1, -1, -1]);
  });

  it("a name that the customer has is that deal, a new one is made once", () => {
    const rows = [row(2, 1, "open", named("x")), row(3, 2, "open", named("y")), row(4, 3, "won", named("y"))];
    const decided = decideDeals([], rows, new Map([["x", 7]]), -4);
    expect(dealsOf(decided)).toEqual([7, -4, -4]);
    expect(decided.newDeals).toEqual([{ id: -4, name: "y", nameKey: "y" }]);
  });

  it("a late entry before everything joins the deal of the log that starts next", () => {
    const logged: LoggedTalk[] = [{ id: 10, at: 50, dealId: 3, outcome: "won" }];
    expect(dealsOf(decideDeals(logged, [row(2, 40, "open")], none))).toEqual([3]);
  });

  it("at the same moment what is in the log comes first, then the file's order", () => {
    const logged: LoggedTalk[] = [{ id: 10, at: 50, dealId: 3, outcome: "open" }];
    const rows = [row(9, 50, "lost"), row(2, 50, "won", { hasAmount: true })];
    expect([...decideDeals(logged, rows, none).dealOf]).toEqual([
      [2, 3],
      [9, 3],
    ]);
  });

  it("a corrected conversation stays in its deal at its new moment, and one that never had one finds it", () => {
    const logged: LoggedTalk[] = [{ id: 10, at: 50, dealId: 3, outcome: "open" }];
    const stays = row(2, 90, "won", { existingId: 4, staysInDealId: 8 });
    const finds = row(3, 60, "won", { existingId: 5 });
    expect([...decideDeals(logged, [stays, finds], none).dealOf]).toEqual([
      [3, 3],
      [2, 8],
    ]);
  });

  it("asks the rule what it would be asked with the whole history, in whatever order the rows stand", () => {
    const outcome = fc.constantFrom(...outcomes);
    const at = fc.integer({ min: 0, max: 9 });
    const dealKey = fc.constantFrom(null, null, null, "x", "y");
    const rows = fc
      .array(fc.record({ at, outcome, dealKey, hasAmount: fc.boolean() }), { maxLength: 25 })
      .map((list) =>
        list.map((talk, index) => row(index, talk.at, talk.outcome, { ...talk, deal: talk.dealKey })),
      );
    const logged = fc
      .array(fc.record({ at, outcome, dealId: fc.integer({ min: 1, max: 4 }) }), { maxLength: 6 })
      .map((list) => list.map((talk, index) => ({ ...talk, id: index + 1 })));

    fc.assert(
      fc.property(logged, rows, fc.integer(), (inLog, imported, seed) => {
        const decided = decideDeals(inLog, imported, new Map([["x", 2]]));
        const shuffled = imported.toSorted((a, b) => ((a.line * seed) % 7) - ((b.line * seed) % 7));
        expect(decideDeals(inLog, shuffled, new Map([["x", 2]]))).toEqual(decided);

        const all: (DealTalk & { at: number; rank: number })[] = [
          ...inLog.map((talk) => ({ ...talk, rank: talk.id - 100 })),
          ...imported.map((talk) => ({
            ...talk,
            dealId: decided.dealOf.get(talk.line) ?? 0,
            rank: talk.line,
          })),
        ].sort((a, b) => a.at - b.at || a.rank - b.rank);
        for (const talk of imported.filter(({ dealKey }) => dealKey === null)) {
          const place = all.findIndex(({ at, rank }) => at === talk.at && rank === talk.line);
          const later = all.slice(place + 1).filter(({ rank }) => rank < 0);
          const expected = joinDeal(all.slice(0, place), later, talk);
          const dealId = decided.dealOf.get(talk.line);
          const isFirstOfDeal = !all.slice(0, place).some((other) => other.dealId === dealId);
          if (expected === "new") expect(isFirstOfDeal && Number(dealId) < 0).toBe(true);
          else expect(dealId).toBe(expected);
        }
      }),
      { numRuns: 400 },
    );
  });
});
