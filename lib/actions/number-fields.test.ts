import { expect, it } from "vitest";
import { idField, versionField } from "./number-fields";

it("a version is what its column can hold, an id what a number can", () => {
  const taken = (of: typeof idField, texts: string[]) => texts.filter((text) => of.safeParse(text).success);
  const texts = ["1", "999999999", "2147483648", "999999999999999", "9007199254740993", "-1", "1.5", ""];
  expect(taken(versionField, texts)).toEqual(["1", "999999999"]);
  expect(taken(idField, texts)).toEqual(["1", "999999999", "2147483648", "999999999999999"]);
});
