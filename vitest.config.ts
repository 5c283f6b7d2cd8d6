import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    environment: "node",
    exclude: [...configDefaults.exclude, "e2e/**", ".next/**", ".data/**"],
    globalSetup: "./tests/support/global-setup.ts",
    env: { TZ: "Pacific/Kiritimati" },
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
