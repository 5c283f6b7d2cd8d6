import { db } from "@/db/client";
import { migrate } from "@/db/migrate";
import { runCommand } from "@/lib/command-line/run-command";

await runCommand(async () => {
  await migrate(db);
  console.log("The database has the schema of this version.");
});
