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
    const loaded = new Map<string, number>();
    page.on("response", async (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith(".js")) loaded.set(pathname, gzipSync(await response.body()).length);
    });
    await page.goto("/log");
    await page.getByLabel("Note").fill("Everything that is loaded later is loaded by now.");
    await page.getByText("when, who, how, about, follow-up").click();
    await page.waitForLoadState("networkidle");
    const base = baseFiles();
    const own = [...loaded].filter(([path]) => !base.includes(path));
    const kilobytes = own.reduce((sum, [, bytes]) => sum + bytes, 0) / 1000;
    console.log(`/log loads ${kilobytes.toFixed(1)} kB of JavaScript above the framework's base page`);
    expect(own.length).toBeGreaterThan(0);
    expect(kilobytes).toBeLessThanOrEqual(mostKilobytes);
  },
);
