// One of the processes that are killed: imports the file it is told the path of, as the member it is given.
// Says `confirmed ADDED` or `failed REASON`.

import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { createInterface } from "node:readline";
import { db } from "@/db/client";
import { importFile } from "@/lib/import/import-file";

const memberId = Number(process.argv[2]);

async function take(path: string): Promise<void> {
  try {
    const report = await importFile(db, {
      kind: "conversations",
      source: createReadStream(path),
      fileName: basename(path),
      memberId,
      auditedAs: memberId,
      now: new Date(),
    });
    console.log(report.applied ? `confirmed ${report.added}` : `failed ${JSON.stringify(report)}`);
  } catch (error) {
    console.log(`failed ${String(error).replaceAll("\n", " ")}`);
  }
}

const orders = createInterface({ input: process.stdin });
orders.on("line", (path) => void take(path));
orders.on("close", () => process.exit());
console.log("ready");
