import { expect, test } from "vitest";
import { type ListedStage, placeOfNewStage, problemOfStages } from "./stage-list";

const stage = (id: number, name: string, outcome: ListedStage["outcome"], isArchived = false) => ({
  id,
  name,
  outcome,
  isArchived,
});
const pipeline = [stage(1, "Demo given", "open"), stage(2, "Won", "won"), stage(3, "Lost", "lost")];

test("names are unique without regard to case, archived ones included", () => {
  expect(problemOfStages(pipeline)).toBeUndefined();
  expect(problemOfStages([...pipeline, stage(4, " demo GIVEN", "open")])).toContain("already");
  expect(problemOfStages([...pipeline, stage(4, "demo given", "open", true)])).toContain("archived");
  expect(problemOfStages([...pipeline, stage(4, " ", "open")])).toContain("needs a name");
  expect(problemOfStages([...pipeline, stage(4, "\u200B", "open")])).toContain("needs a name");
  expect(problemOfStages([...pipeline, stage(4, "x".repeat(101), "open")])).toContain("100");
  expect(problemOfStages([...pipeline, stage(4, "Demo\ngiven", "open")])).toContain("already");
});

test("there is always an open, a won and a lost stage in use", () => {
  expect(problemOfStages(pipeline.slice(1))).toContain("open");
  expect(
    problemOfStages([stage(1, "Demo given", "open"), stage(2, "Won", "won", true), stage(3, "Lost", "lost")]),
  ).toContain("won");
});

test("a new stage stands behind the last of its outcome", () => {
  expect(placeOfNewStage(pipeline, "open")).toBe(1);
  expect(placeOfNewStage(pipeline, "lost")).toBe(3);
  expect(placeOfNewStage([...pipeline, stage(4, "Old", "open", true)], "open"), "archived").toBe(1);
});
