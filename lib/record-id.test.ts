import { expect, test, vi } from "vitest";
import { recordAt, recordId } from "./record-id";

test("only a whole positive number that fits is an id", () => {
  expect(recordId("42")).toBe(42);
  for (const text of [undefined, "", "0", "-1", "1.5", "1e3", "042", "x", "9".repeat(16)])
    expect(recordId(text), String(text)).toBeUndefined();
});

test("where no id is named nothing is asked for", async () => {
  const find = vi.fn(async (id: number) => `row ${id}`);
  expect(await recordAt("42", find)).toBe("row 42");
  for (const text of [undefined, "0", "x"]) expect(await recordAt(text, find), text).toBeUndefined();
  expect(find).toHaveBeenCalledOnce();
});
