import { expect, it } from "vitest";
import { logSchema } from "./log-schema";

it("what is logged from a device has an id of its own or none", () => {
  const ids = ["", "3f2504e0-4f89-41d3-9a0c-0305e82c3301", "7", "\u0000", "x".repeat(40)];
  const read = ids.map((deviceId) => logSchema.safeParse({ deviceId }).success);
  expect(read).toEqual([true, true, false, false, false]);
});
