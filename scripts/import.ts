import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { db } from "@/db/client";
import { importKinds } from "@/db/schema";
import { firstAdmin } from "@/lib/command-line/first-admin";
import { printable } from "@/lib/command-line/printable";
import { runCommand } from "@/lib/command-line/run-command";
import { createFrequentReasons } from "@/lib/import/frequent-reasons";
import { importFile } from "@/lib/import/import-file";
import { isRefused } from "@/lib/import/import-report";
import { createProgressView } from "@/lib/import/progress-view";
import { createRejectedFile } from "@/lib/import/rejected-file";
import { reportLines } from "@/lib/import/report-lines";
import { RuleError } from "@/lib/rule-error";

const usage =
  "npm run import -- stages|customers|conversations FILE [--dry-run] [--skip-bad-rows] [--update]";

function readArguments(args: string[]) {
  const flag = { type: "boolean", default: false } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { "dry-run": flag, "skip-bad-rows": flag, update: flag },
  });
  const [word = "", path = "", ...rest] = positionals;
  const kind = importKinds.find((known) => known === word);
  if (!kind && word) throw new RuleError(`“${word}” cannot be imported: ${usage}`);
  if (!kind || !path || rest.length > 0) throw new RuleError(`Give a kind and one file: ${usage}`);
  if (kind === "stages" && values["skip-bad-rows"])
    throw new RuleError("A stages file is the whole pipeline: none of its rows can be skipped.");
  return {
    kind,
    path,
    dryRun: values["dry-run"],
    skipBadRows: values["skip-bad-rows"],
    update: values.update,
  };
}

async function openSource(path: string) {
  try {
    const file = await open(path);
    if ((await file.stat()).isFile()) return file;
    await file.close();
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    throw new RuleError(
      error.code === "ENOENT"
        ? `There is no file ${path}.`
        : `${path} cannot be read (${String(error.code)}).`,
    );
  }
  throw new RuleError(`${path} is not a file.`);
}

await runCommand(async (args) => {
  const { kind, path, ...options } = readArguments(args);
  const admin = await firstAdmin(db);
  const file = await openSource(path);
  const view = createProgressView(process.stderr);
  const rejected = createRejectedFile(`${path}.rejected.csv`);
  const reasons = createFrequentReasons();
  let leftOut: string | undefined;
  const report = await importFile(db, {
    kind,
    source: createReadStream("", { fd: file }),
    fileName: basename(path),
    memberId: admin.id,
    auditedAs: null,
    now: new Date(),
    ...options,
    onProgress: view.show,
    onRejected: async (row, from) => {
      view.clear();
      for (const { column, reason } of row.problems)
        console.error(printable(`Line ${row.line}${column ? `, ${column}` : ""}: ${reason}`));
      reasons.add(row);
      if (options.skipBadRows && !options.dryRun) await rejected.add(row, from);
    },
    beforeKept: async () => {
      leftOut = await rejected.close();
    },
  }).catch(async (error: unknown) => {
    await rejected.discard();
    throw error;
  });
  view.clear();
  for (const line of reasons.lines()) console.error(printable(line));
  const lines = reportLines(report);
  if (isRefused(report)) {
    await rejected.discard();
    throw new RuleError(lines.join("\n"));
  }
  if (leftOut) lines.push(`The rows left out are in ${leftOut}, with the reasons.`);
  for (const line of lines) console.log(printable(line));
}, usage);
