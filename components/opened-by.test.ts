import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** For everybody, who is not signed in yet. */
const forEverybody = /^(invite|set-up|sign-in)\/|^share\/unlock-form\.tsx$/;

/** Moves a channel or topic in its list: it is seen at once and changes no record. */
const harmless = ["settings/label-list.tsx"];

test("every form with fields of its own on a signed-in page says for whom it was made", () => {
  const files = readdirSync("components", { recursive: true, encoding: "utf8" });
  const silent = files.filter((file) => {
    if (!file.endsWith(".tsx") || forEverybody.test(file)) return false;
    const text = readFileSync(`components/${file}`, "utf8");
    const count = (what: RegExp) => text.match(what)?.length ?? 0;
    return /use(Action|Making)Form\(/.test(text) && count(/<OpenedBy \/>/g) < count(/<form\b/g);
  });
  expect(silent).toEqual(harmless);
});
