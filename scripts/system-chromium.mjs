import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

// The headless shell first: in it a journey costs a fifth less.
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/** @returns {string | undefined} the Chromium of this system; undefined: Playwright's own is to be used */
export function systemChromium() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
}
