import { statSync } from "node:fs";
import { parseArgs } from "node:util";
import { db } from "@/db/client";
import { writeBackup } from "@/lib/backup/write-backup";
import { runCommand } from "@/lib/command-line/run-command";
import { plural } from "@/lib/format/plural";
import { RuleError } from "@/lib/rule-error";

const usage = "npm run backup -- FILE";

await runCommand(async (args) => {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [file, ...rest] = positionals;
  if (!file || rest.length > 0) throw new RuleError(`Name the file to write: ${usage}`);
  const { conversations = 0, customers = 0 } = await writeBackup(db, file, new Date());
  const held = `${customers} ${plural(customers, "customer", "customers")}`;
  console.log(
    `${file} has ${held} and ${conversations} ${plural(conversations, "conversation", "conversations")} (${statSync(file).size} bytes).`,
  );
}, usage);
