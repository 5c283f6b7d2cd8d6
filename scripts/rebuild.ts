import { parseArgs } from "node:util";
import { db } from "@/db/client";
import { runCommand } from "@/lib/command-line/run-command";
import { plural } from "@/lib/format/plural";
import { rebuildStates } from "@/lib/log/rebuild-states";

const usage = "npm run rebuild";

await runCommand(async (args) => {
  parseArgs({ args });
  const { deals, differences } = await rebuildStates(db);
  for (const { dealId, stored, derived } of differences) {
    console.log(`Deal ${dealId} was ${JSON.stringify(stored)} and is ${JSON.stringify(derived)}`);
  }
  console.log(
    `${deals} ${plural(deals, "deal was", "deals were")} derived again from their log; ${differences.length} differed.`,
  );
  if (differences.length > 0) process.exitCode = 1;
}, usage);
