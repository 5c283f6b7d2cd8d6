import { defineConfig, devices } from "@playwright/test";
import { systemChromium } from "@/scripts/system-chromium.mjs";

const executablePath = systemChromium();

/** Journeys on the production build: `npm test` makes it before, `npm run build` alone does too. */
export default defineConfig({
  testDir: "./e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./e2e/support/global-setup.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/journeys.json" }]],
  outputDir: "test-results/journeys",
  use: {
    // Not even on failure: one would be taken at the end of every journey, in case it had failed.
    screenshot: "off",
    // Only the journeys without a connection are about it.
    serviceWorkers: "block",
    launchOptions: {
      executablePath,
      args: [
        // GPU and network keep processes of their own: within the browser's, one changes the environment while others
        // read it (now and then a crash), the other reaches the server now and then after the connection was cut.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    {
      name: "desktop",
      // Without a connection, and in three taps, one logs on a phone.
      testIgnore: ["**/offline.spec.ts", "**/log-weight.spec.ts"],
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } },
    },
    {
      name: "phone",
      // A phone has no Tab key; and what does not depend on the window, or asks without one, is the same on either.
      testIgnore: [
        "**/keyboard*.spec.ts",
        "**/refusals*.spec.ts",
        "**/locales.spec.ts",
        "**/settings-issuer.spec.ts",
        "**/worked-examples.spec.ts",
      ],
      grepInvert: /@any-window/,
      use: { ...devices["Pixel 7"], viewport: { width: 360, height: 740 }, deviceScaleFactor: 1 },
    },
  ],
});
