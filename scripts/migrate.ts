import { parseArgs } from "node:util";
import { db } from "@/db/client";
import { migrate } from "@/db/migrate";
import { runCommand } from "@/lib/command-line/run-command";

const usage = "npm run migrate";

await runCommand(async (args) => {
  parseArgs({ args });
  await migrate(db);
  console.log("The database has the schema of this version.");
}, usage);
