import { join } from "node:path";
import { projectRoot } from "./project-root.mjs";

/** Where the service worker is served from. */
export const serviceWorkerFile = join(projectRoot, "public", "sw.js");

/** Makes public/sw.js, which the browser runs beside the pages, of lib/device/service-worker.ts. */
export async function buildServiceWorker() {
  // The launcher runs before the packages are installed.
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: projectRoot,
    entryPoints: [join("lib", "device", "service-worker.ts")],
    outfile: serviceWorkerFile,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    logLevel: "error",
  });
}
