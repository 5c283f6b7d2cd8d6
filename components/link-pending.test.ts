import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Opens a window of its own. */
const elsewhere = "components/signed-out.tsx";

const files = ["app", "components"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx"))
    .map((file) => `${folder}/${file}`),
);

function filesWhere(isWrong: (count: (what: RegExp) => number) => boolean): string[] {
  return files.filter((file) => {
    const text = readFileSync(file, "utf8");
    return isWrong((what) => text.match(what)?.length ?? 0);
  });
}

test("every link that is pressed shows that its page is on its way", () => {
  const silent = filesWhere((count) => count(/<Link\b/g) > count(/<LinkPending\b/g));
  expect(silent).toEqual([elsewhere]);
});

test("so does every button of a form that leads to a page", () => {
  const silent = filesWhere((count) => count(/<Form\b/g) > 0 && count(/<Form\b/g) > count(/<GoButton\b/g));
  expect(silent).toEqual([]);
});
