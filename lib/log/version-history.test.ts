import { expect, test } from "vitest";
import { factNames, type SaidInWords } from "./said-in-words";
import { versionHistory } from "./version-history";

const nothing = Object.fromEntries(factNames.map((fact) => [fact, ""])) as SaidInWords;

function saved(
  version: number,
  act: "logged" | "corrected" | "deleted" | "undone",
  minute: number,
  note: string,
  savedById = 1,
) {
  const savedAt = new Date(Date.UTC(2026, 5, 30, 12, minute));
  return {
    version,
    act,
    savedBy: `Member ${savedById}`,
    savedById,
    savedAt,
    said: { ...nothing, Note: note },
  };
}

const lines = (...versions: ReturnType<typeof saved>[]) =>
  versionHistory(versions).map(({ version, act, saves, changes }) => ({
    version,
    act,
    saves,
    changes: changes.map(({ before, after }) => `${before} → ${after}`),
  }));

test("one person's fixes within ten minutes are one line: what was before the first, after the last", () => {
  expect(
    lines(
      saved(1, "logged", 0, "a"),
      saved(2, "corrected", 1, "b"),
      saved(3, "corrected", 6, "c"),
      saved(4, "corrected", 11, "d"),
      saved(5, "corrected", 12, "e"),
    ),
  ).toEqual([
    { version: 1, act: "logged", saves: 1, changes: [] },
    { version: 4, act: "corrected", saves: 3, changes: ["a → d"] },
    { version: 5, act: "corrected", saves: 1, changes: ["d → e"] },
  ]);
});

test("another person's fix, a deletion and an undo are lines of their own", () => {
  expect(
    lines(
      saved(1, "logged", 0, "a"),
      saved(2, "corrected", 1, "b"),
      saved(3, "corrected", 2, "c", 2),
      saved(4, "deleted", 3, "c", 2),
      saved(5, "undone", 4, "c", 2),
      saved(6, "corrected", 5, "d", 2),
    ).map(({ version }) => version),
  ).toEqual([1, 2, 3, 4, 5, 6]);
});
