import { expect, test } from "vitest";
import { askedStage } from "./asked-stage";

const stages = [
  { id: 9, name: "10" },
  { id: 10, name: "20" },
  { id: 11, name: "Demo given" },
];
const idOf = (asked: string) => askedStage(stages, asked)?.id;

test("a stage is asked for by its id, and by its name where no stage has that id", () => {
  expect(["9", "10", "20", "11", " demo GIVEN"].map(idOf)).toEqual([9, 10, 10, 11, 11]);
});

test("what is no stage's id and no stage's name asks for none", () => {
  expect(["", "12", "Demo"].map(idOf)).toEqual([undefined, undefined, undefined]);
});
