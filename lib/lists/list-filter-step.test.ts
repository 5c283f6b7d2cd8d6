import { expect, test } from "vitest";
import { type ListVisit, listFilterStep } from "./list-filter-step";

const bare: ListVisit = {
  path: "/stages",
  kept: "",
  hasParams: false,
  cameFrom: null,
  isFromElsewhere: false,
};
const set = { ...bare, kept: "stage=3", hasParams: true };

test("the bare address restores, by the navigation as when typed, but not where everything was cleared", () => {
  expect(listFilterStep(bare)).toBe("restore");
  expect(listFilterStep({ ...bare, cameFrom: "/" })).toBe("restore");
  expect(listFilterStep({ ...bare, cameFrom: "/stages" })).toBe("forget");
  expect(listFilterStep({ ...bare, isFromElsewhere: true })).toBe("leave");
});

test("parameters are remembered when chosen in the app, and shown alone when somebody sent them", () => {
  expect(listFilterStep({ ...set, cameFrom: "/stages" })).toBe("remember");
  expect(listFilterStep({ ...set, cameFrom: "/" })).toBe("remember");
  expect(listFilterStep(set)).toBe("leave");
  expect(listFilterStep({ ...set, isFromElsewhere: true })).toBe("leave");
});

test("a search is a question of the moment: it is not remembered, and clears no filter it came without", () => {
  const search = { ...bare, hasParams: true };
  expect(listFilterStep({ ...search, cameFrom: "/customers" })).toBe("leave");
  expect(listFilterStep({ ...search, cameFrom: "/stages" })).toBe("forget");
});
