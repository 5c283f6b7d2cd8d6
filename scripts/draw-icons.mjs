// Draws the installed app's icons (public/icon-*.png) from public/icon.svg: run it when the mark changes.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { projectRoot } from "./project-root.mjs";
import { systemChromium } from "./system-chromium.mjs";

const folder = join(projectRoot, "public");
const mark = readFileSync(join(folder, "icon.svg"), "utf8");
// A maskable icon is cut to a circle or a square: its colour fills all, its mark stays within the middle.
const filling = mark.replace('rx="8"', "").replace("<path", '<path transform="translate(4.8 4.8) scale(.7)"');

const browser = await chromium.launch({ executablePath: systemChromium(), args: ["--no-sandbox"] });
for (const { name, size, svg } of [
  { name: "icon-192.png", size: 192, svg: mark },
  { name: "icon-512.png", size: 512, svg: mark },
  { name: "icon-maskable-512.png", size: 512, svg: filling },
  { name: "icon-apple-180.png", size: 180, svg: filling },
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
  await page.screenshot({ path: join(folder, name), omitBackground: true });
  await page.close();
}
await browser.close();
