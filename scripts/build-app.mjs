import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildServiceWorker, serviceWorkerFile } from "./build-service-worker.mjs";
import { runChild } from "./child-process.mjs";
import { exclusively } from "./exclusively.mjs";
import { OperatorError } from "./operator-error.mjs";
import { projectRoot } from "./project-root.mjs";
import { step } from "./step.mjs";

const built = join(projectRoot, ".next");
const marker = join(built, "pipelog-build");
const sourceFolders = ["app", "components", "db", "lib", "public"];
const sourceFiles =
  /^(proxy|instrumentation(-client)?|next\.config|postcss\.config)\.[a-z]+$|^(tsconfig|package-lock)\.json$/;

/**
 * Builds the app unless there is a build of just these sources, packages and node. Must not run while
 * another build is served from this checkout with other sources.
 */
export async function buildApp() {
  if (isCurrent()) return;
  await step("Building the app", () =>
    exclusively(join(projectRoot, ".data", "build.lock"), async (nameChild) => {
      if (isCurrent()) return;
      rmSync(marker, { force: true });
      const sources = sourcesHash();
      await buildServiceWorker();
      const next = join(projectRoot, "node_modules", "next", "dist", "bin", "next");
      const { status, output } = await runChild(process.execPath, [next, "build"], {
        cwd: projectRoot,
        env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
        onStart: nameChild,
      });
      if (status !== 0) throw new OperatorError(`The app could not be built.\n${output.trim()}`);
      writeFileSync(marker, `${sources} ${builtId()}`);
    }),
  );
}

function isCurrent() {
  return existsSync(marker) && readFileSync(marker, "utf8") === `${sourcesHash()} ${builtId()}`;
}

/** Of all that a build writes: the service worker lies outside .next, which may have been copied without it. */
function builtId() {
  return `${contentOf(join(built, "BUILD_ID"))} ${hashOf(contentOf(serviceWorkerFile))}`;
}

/** @param {string} file */
function contentOf(file) {
  return existsSync(file) ? readFileSync(file, "utf8").trim() : "";
}

/** @param {string} text */
function hashOf(text) {
  return createHash("sha256").update(text).digest("hex");
}

function sourcesHash() {
  const hash = createHash("sha256").update(process.version);
  const files = [
    ...readdirSync(projectRoot).filter((name) => sourceFiles.test(name)),
    ...sourceFolders.flatMap(filesIn),
  ];
  for (const file of files.sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(projectRoot, file)));
  }
  return hash.digest("hex");
}

/** @param {string} folder */
function filesIn(folder) {
  const path = join(projectRoot, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|^sw\.js$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length + 1));
}
