import { describe, expect, it } from "vitest";
import type { Outcome } from "@/lib/pipeline/outcome";
import { changes, planStages, type StageNow, type StageWanted } from "./plan-stages";

const now = (id: number, name: string, outcome: Outcome, more: Partial<StageNow> = {}): StageNow => ({
  id,
  name,
  nameKey: name.toLowerCase(),
  position: id,
  outcome,
  color: null,
  guide: "",
  isArchived: false,
  isUsed: true,
  ...more,
});

const wanted = (name: string, outcome: Outcome): StageWanted => ({
  name,
  nameKey: name.toLowerCase(),
  outcome,
  color: undefined,
  guide: undefined,
});

const ends = [wanted("Won", "won"), wanted("Lost", "lost")];

describe("planStages", () => {
  it("takes the file's order and keeps the first spelling", () => {
    const today = [now(1, "Demo", "open"), now(2, "Won", "won"), now(3, "Lost", "lost")];
    const { stages, refusals } = planStages(today, [wanted("New", "open"), wanted("DEMO", "open"), ...ends]);
    expect(refusals).toEqual([]);
    expect(stages.map(({ name, position, before }) => [name, position, before?.id])).toEqual([
      ["New", 1, undefined],
      ["Demo", 2, 1],
      ["Won", 3, 2],
      ["Lost", 4, 3],
    ]);
    expect(planStages(today, [wanted("Demo", "open"), ...ends]).stages.some(changes)).toBe(false);
  });

  it("removes what was never used and refuses to lose what was, by name", () => {
    const today = [now(1, "Idle", "open", { isUsed: false }), now(2, "Busy", "open"), now(3, "Sold", "won")];
    const { removed, refusals } = planStages(today, [wanted("Demo", "open"), ...ends]);
    expect(removed.map(({ name }) => name)).toEqual(["Idle"]);
    expect(refusals).toEqual([
      'The stage "Busy" is in use and not in the file: it cannot be removed.',
      'The stage "Sold" is in use and not in the file: it cannot be removed.',
    ]);
  });

  it("needs an open, a won and a lost stage", () => {
    expect(planStages([], []).refusals).toEqual([
      "There is no stage whose outcome is open: at least one is needed.",
      "There is no stage whose outcome is won: at least one is needed.",
      "There is no stage whose outcome is lost: at least one is needed.",
    ]);
  });

  it("leaves a used, archived stage archived, behind the stage it came after", () => {
    const today = [
      now(1, "Contact", "open"),
      now(2, "Old demo", "open", { isArchived: true }),
      now(3, "Older demo", "open", { isArchived: true }),
      now(4, "Proposal", "open"),
    ];
    const file = [wanted("Proposal", "open"), wanted("Contact", "open"), ...ends];
    const { stages, refusals } = planStages(today, file);
    expect(refusals).toEqual([]);
    expect(stages.map(({ name, isArchived }) => (isArchived ? `(${name})` : name))).toEqual([
      "Proposal",
      "Contact",
      "(Old demo)",
      "(Older demo)",
      "Won",
      "Lost",
    ]);
  });

  it("takes an archived stage that is in the file out of the archive", () => {
    const today = [now(1, "Demo", "open", { isArchived: true })];
    const { stages } = planStages(today, [wanted("Demo", "open"), ...ends]);
    expect(stages[0]).toMatchObject({ name: "Demo", isArchived: false });
  });
});
