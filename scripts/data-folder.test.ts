import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keptText } from "@/scripts/data-folder.mjs";
import { OperatorError } from "@/scripts/operator-error.mjs";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pipelog-data-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a text is made once and kept, with nothing left beside it", () => {
  const file = join(folder, "auth-secret");
  expect(keptText(file, () => "first")).toBe("first");
  expect(keptText(file, () => "second")).toBe("first");
  expect(readdirSync(folder)).toEqual(["auth-secret"]);
});

test("a text that can neither be made nor read, as on a full disk, is one sentence for the operator", () => {
  const file = join(folder, "auth-secret");
  mkdirSync(file);
  expect(() => keptText(file, () => "text")).toThrow(OperatorError);
  rmSync(folder, { recursive: true });
  expect(() => keptText(file, () => "text")).toThrow(
    new OperatorError(
      `The file ${file} cannot be used: ENOENT: no such file or directory, open '${file}.${process.pid}'`,
    ),
  );
});
