import { expect, test } from "vitest";
import { withChosen } from "./with-chosen";

const options = [{ value: "8", label: "Price" }];

test("what is chosen and no longer offered stays chosen; nothing is added for what is offered, or for none", () => {
  expect(withChosen(options, "7", "The topic chosen before")).toEqual([
    { value: "8", label: "Price" },
    { value: "7", label: "The topic chosen before" },
  ]);
  expect(withChosen(options, "8", "The topic chosen before")).toEqual(options);
  expect(withChosen(options, "", "The topic chosen before")).toEqual(options);
});
