import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

/** They set the environment before they import the app, start processes or watch a package: modules of their own. */
const ownModules = [
  "lib/api/**/*.test.ts",
  "lib/auth/auth-config.test.ts",
  "lib/auth/check-credentials.test.ts",
  "lib/auth/link-from-issuer.test.ts",
  "scripts/**/*.test.ts",
  "tests/**/*.test.ts",
];
const elsewhere = [...configDefaults.exclude, "e2e/**", ".next/**", ".data/**"];

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    environment: "node",
    globalSetup: "./tests/support/global-setup.ts",
    env: { TZ: "Pacific/Kiritimati", LOG_LEVEL: "silent" },
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: "own modules", include: ownModules, exclude: elsewhere } },
      {
        extends: true,
        test: { name: "shared modules", isolate: false, exclude: [...elsewhere, ...ownModules] },
      },
    ],
  },
});
