import { parseArgs } from "node:util";
import { db } from "@/db/client";
import { restoreBackup } from "@/lib/backup/restore-backup";
import { runCommand } from "@/lib/command-line/run-command";
import { plural } from "@/lib/format/plural";
import { RuleError } from "@/lib/rule-error";

const usage = "npm run restore -- FILE";

await runCommand(async (args) => {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [file, ...rest] = positionals;
  if (!file || rest.length > 0) throw new RuleError(`Name the backup to restore: ${usage}`);
  const { conversations = 0, customers = 0, deals = 0 } = await restoreBackup(db, file);
  const restored = `${customers} ${plural(customers, "customer", "customers")}, ${deals} ${plural(deals, "deal", "deals")}`;
  console.log(
    `${restored} and ${conversations} ${plural(conversations, "conversation", "conversations")} are restored; every deal agrees with its log.`,
  );
}, usage);
