// Runs one of the commands beside it, named by the first argument, on a database brought up to date.

import { db } from "@/db/client";
import { migrate, SchemaError } from "@/db/migrate";
import { runCommand } from "@/lib/command-line/run-command";
import { RuleError } from "@/lib/rule-error";

const [node = "", , name = "", ...args] = process.argv;
process.argv = [node, name, ...args];
try {
  await migrate(db);
} catch (error) {
  await runCommand(() => {
    throw error instanceof SchemaError ? new RuleError(error.message) : error;
  });
  process.exit();
}
await import(`./${name}.ts`);
