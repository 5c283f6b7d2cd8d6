import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, existsSync } from "node:fs";
import { link, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { copyOut } from "@/db/copy";
import { copyTarget, countRows, getSchemaVersion, listBackupTables } from "@/db/queries/backup-tables";
import { nameFile } from "@/lib/file-error";
import { RuleError } from "@/lib/rule-error";
import { backupWriter } from "./backup-file";

/**
 * Writes everything the team has into one file, as of one moment, while the app goes on. Who is signed in
 * stays behind. The file has its name only when it is whole and on the disk.
 *
 * @param file must not exist; only its owner may read it, as it holds the hashes of passwords
 * @returns the number of rows of each table
 */
export async function writeBackup(db: Database, file: string, now: Date): Promise<Record<string, number>> {
  if (existsSync(file)) throw isThere(file);
  const part = `${file}.${randomUUID()}.part`;
  const counts: Record<string, number> = {};
  try {
    await db.transaction(
      async (tx) => {
        const target = createWriteStream(part, { flags: "wx", mode: 0o600, flush: true });
        await once(target, "open");
        const text = backupText(tx, now, counts);
        try {
          await pipeline(Readable.from(text), createGzip(), target);
        } finally {
          // On a full disk the pipeline does not wait for the table that is being read; the rollback must.
          await text.return(undefined);
        }
      },
      { isolationLevel: "repeatable read", accessMode: "read only" },
    );
    await giveName(part, file);
  } catch (error) {
    throw nameFile(error, file);
  } finally {
    // A place where no file can be, such as below a file, has none to leave either.
    if (existsSync(part)) await rm(part);
  }
  return counts;
}

/** Never over a file that is there, such as one that another backup has written meanwhile. */
async function giveName(part: string, file: string): Promise<void> {
  try {
    await link(part, file);
  } catch {
    if (existsSync(file)) throw isThere(file);
    // Some drives, such as those with FAT, have no links.
    await rename(part, file);
  }
}

function isThere(file: string): RuleError {
  return new RuleError(`${file} is there already: name a new file.`);
}

async function* backupText(tx: Database, now: Date, counts: Record<string, number>) {
  const writer = backupWriter();
  await tx.execute(sql`set local datestyle = 'ISO, YMD'`);
  await tx.execute(sql`set local timezone = 'UTC'`);
  yield writer.heading({ schemaVersion: await getSchemaVersion(tx), madeAt: now.toISOString() });
  for (const table of await listBackupTables(tx)) {
    counts[table.name] = await countRows(tx, table.name);
    yield writer.table(table.name, table.columns);
    for await (const rows of copyOut(tx, `copy ${copyTarget(table)} to stdout`)) yield writer.rows(rows);
    yield writer.tableEnd();
  }
  yield writer.end(counts);
}
