import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { build } from "esbuild";
import { projectRoot } from "@/scripts/project-root.mjs";

const translated = new Map<string, Promise<string>>();

/**
 * Starts a TypeScript file of the project, such as `scripts/token.ts`, in the project's folder. It is translated once
 * for all its starts: tsx, which people start it by, takes half a second of the processor each time.
 *
 * @param env beside that of this process
 */
export async function startScript(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<ChildProcessWithoutNullStreams> {
  const file = translated.get(script) ?? translate(script);
  translated.set(script, file);
  return spawn(process.execPath, [await file, ...args], {
    cwd: projectRoot,
    env: { ...process.env, DATABASE_URL: undefined, ...env },
  });
}

/** The same to its end, given that on its standard input; what it says is without blanks around it. */
export async function runScript(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
  input = "",
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = await startScript(script, args, env);
  child.stdin.end(input);
  const [[status], stdout, stderr] = await Promise.all([
    once(child, "close"),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { status, stdout: stdout.trim(), stderr: stderr.trim() };
}

/** Into a folder of the project, from where it finds the packages. */
async function translate(script: string): Promise<string> {
  const name = `${script.replaceAll(/\W/g, "-")}-${process.pid}.mjs`;
  const outfile = join(projectRoot, "test-results", "scripts", name);
  await build({
    absWorkingDir: projectRoot,
    entryPoints: [script],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
  return outfile;
}
