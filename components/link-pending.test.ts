import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Opens a window of its own. */
const elsewhere = "components/signed-out.tsx";

const files = ["app", "components"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx"))
    .map((file) => `${folder}/${file}`),
);

function filesWithMore(of: RegExp, than: RegExp): string[] {
  return files.filter((file) => {
    const text = readFileSync(file, "utf8");
    const count = (what: RegExp) => text.match(what)?.length ?? 0;
    return count(of) > count(than);
  });
}

test("every link that is pressed shows that its page is on its way", () => {
  expect(filesWithMore(/<Link\b/g, /<LinkPending\b/g)).toEqual([elsewhere]);
});

test("so does every button of a form that leads to a page", () => {
  expect(filesWithMore(/<Form\b/g, /<GoButton\b/g)).toEqual([]);
});
