import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect } from "@/e2e/support/expect";
import { memberTest } from "@/e2e/support/test";
import { projectRoot } from "@/scripts/project-root.mjs";

const mostKilobytes = 40;

/** What every page of the framework loads, an empty one too: by the build's own list. */
function baseFiles(): string[] {
  const manifest = JSON.parse(readFileSync(join(projectRoot, ".next", "build-manifest.json"), "utf8"));
  return [...manifest.rootMainFiles, ...manifest.polyfillFiles].map((file: string) => `/_next/${file}`);
}

memberTest(
  `the JavaScript of /log is at most ${mostKilobytes} kB compressed above the framework's`,
  async ({ page }) => {
    const asked = new Set<string>();
    const loaded = new Map<string, number>();
    const scriptOf = (address: string) => /^\/.*\.js$/.exec(new URL(address).pathname)?.[0];
    page.on("request", (request) => {
      const script = scriptOf(request.url());
      if (script) asked.add(script);
    });
    page.on("response", async (response) => {
      const script = scriptOf(response.url());
      if (script) loaded.set(script, gzipSync(await response.body()).length);
    });
    await page.goto("/log");
    await page.getByLabel("Note").fill("Everything that is loaded later is loaded by now.");
    await page.getByText("when, who, how, about, follow-up").click();
    let before = -1;
    const isAllLoaded = () => {
      const isQuiet = asked.size === before && loaded.size === asked.size;
      before = asked.size;
      return isQuiet;
    };
    await expect.poll(isAllLoaded, { intervals: [1000] }).toBe(true);
    const base = baseFiles();
    const own = [...loaded].filter(([path]) => !base.includes(path));
    const kilobytes = own.reduce((sum, [, bytes]) => sum + bytes, 0) / 1000;
    console.log(`/log loads ${kilobytes.toFixed(1)} kB of JavaScript above the framework's base page`);
    expect(own.length).toBeGreaterThan(0);
    expect(kilobytes).toBeLessThanOrEqual(mostKilobytes);
  },
);
