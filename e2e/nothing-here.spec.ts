import { addressOf, builtRoutes } from "@/e2e/support/built-app";
import { expect } from "@/e2e/support/expect";
import { expectAccessible } from "@/e2e/support/expect-accessible";
import { memberTest } from "@/e2e/support/test";
import { fixedHeaders } from "@/lib/auth/fixed-headers";

const unknown = "999999999";
/** Invitations and new passwords tell on their own pages why they are over. */
const tellsWhy = ["/invite/[token]/page", "/new-password/[token]/page"];
const pages = builtRoutes().filter(
  ({ path, kind }) => kind === "page" && path.includes("[") && !tellsWhy.includes(path),
);

function addresses(id: string): string[] {
  const parts = [
    "conversations",
    "customers",
    "contacts",
    "merges",
    "deals",
    "pipeline",
    "topics",
    "channels",
  ];
  const of = Object.fromEntries(
    [...parts, "members", "shared-links", "quarantine"].map((part) => [part, id]),
  );
  const ids = { ...of, privacy: "contact", "[kind]": id, share: id };
  return pages.map(({ path }) => addressOf(path, ids));
}

memberTest(
  "an address that names nothing is a 404 that says so, with or without JavaScript",
  { tag: "@any-window" },
  async ({ page }) => {
    for (const address of [unknown, "abc", "1e3"].flatMap(addresses)) {
      const answer = await page.request.get(address);
      expect(answer.status(), address).toBe(404);
      const says = address.startsWith("/share/")
        ? "This link leads nowhere"
        : "There is nothing at this address";
      const text = await answer.text();
      expect(text, address).toMatch(new RegExp(`<h[12][^>]*>${says}</h[12]>`));
      expect(text.match(/<h1/g), address).toHaveLength(1);
      expect(text, address).toMatch(/<title>Not found/);
    }
    for (const file of ["/anything.txt", "/anything.xml", "/anything.png"]) {
      const answer = await page.request.get(file);
      expect(answer.status(), file).toBe(404);
      expect(answer.headers(), file).toMatchObject(fixedHeaders);
    }
    await page.goto(`/customers/${unknown}`);
    await expectAccessible(page);
    await page.getByRole("main").getByRole("link", { name: "To the overview" }).click();
    await page.waitForURL("/");
  },
);
