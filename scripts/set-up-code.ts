// Prints the one-time code of an empty installation; nothing when a team exists.

import { db } from "@/db/client";
import { runCommand } from "@/lib/command-line/run-command";
import { issueSetUpCode } from "@/lib/set-up/issue-set-up-code";

await runCommand(async () => {
  const code = await issueSetUpCode(db);
  if (code) console.log(code);
});
