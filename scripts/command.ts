// Runs one of the commands beside it, named by the first argument, on a database brought up to date.

import { databaseUrlRule, isDatabaseUrl } from "@/db/database-url";
import { RuleError } from "@/lib/rule-error";

const [node = "", , name = "", ...args] = process.argv;
process.argv = [node, name, ...args];
const url = process.env.DATABASE_URL?.trim();
if (url && !isDatabaseUrl(url)) {
  console.error(databaseUrlRule);
  process.exit(1);
}
// Only now: the client opens its pool by that address as soon as it is imported.
const { db } = await import("@/db/client");
const { migrate, SchemaError } = await import("@/db/migrate");
const { runCommand } = await import("@/lib/command-line/run-command");
try {
  const warning = args.includes("--help") ? undefined : await migrate(db);
  if (warning) console.warn(`This database should be replaced: ${warning}`);
} catch (error) {
  await runCommand(() => {
    throw error instanceof SchemaError ? new RuleError(error.message) : error;
  });
  process.exit();
}
await import(`./${name}.ts`);
