import { createReadStream, existsSync } from "node:fs";
import { createGunzip } from "node:zlib";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type CopyIn, copyIn } from "@/db/copy";
import {
  type BackupTable,
  continueNumbering,
  copyTarget,
  countRows,
  getSchemaVersion,
  listBackupTables,
  lockTables,
} from "@/db/queries/backup-tables";
import { deleteSetUpCode } from "@/db/queries/set-up";
import { nameFile } from "@/lib/file-error";
import { plural } from "@/lib/format/plural";
import { rebuildStates } from "@/lib/log/rebuild-states";
import { RuleError } from "@/lib/rule-error";
import { type BackupHeading, notBackup, notWhole, readBackup } from "./backup-file";

/**
 * Puts a backup into an empty, migrated database: all of it, with every deal's states equal to what its
 * log says, or nothing.
 *
 * @returns the number of rows of each table
 * @throws RuleError when the file is damaged or of another version, or the database has data
 */
export async function restoreBackup(db: Database, file: string): Promise<Record<string, number>> {
  if (!existsSync(file)) throw new RuleError(`There is no file ${file}.`);
  return db.transaction(async (tx) => {
    const tables = await listBackupTables(tx);
    await lockTables(
      tx,
      tables.map(({ name }) => name),
    );
    await requireEmpty(tx, tables);
    const counts = await takeRows(tx, tables, file);
    for (const table of tables) {
      if ((await countRows(tx, table.name)) !== counts[table.name])
        throw notWhole(`rows of ${table.name} are missing`);
      await continueNumbering(tx, table);
    }
    await deleteSetUpCode(tx);
    await tx.execute(sql`analyze`);
    const { differences } = await rebuildStates(tx);
    if (differences.length > 0) {
      const deals = `${differences.length} ${plural(differences.length, "deal", "deals")}`;
      throw new RuleError(
        `The states of ${deals} in this backup are not what its log says. Nothing was restored.`,
      );
    }
    return counts;
  });
}

async function requireEmpty(tx: Database, tables: readonly BackupTable[]): Promise<void> {
  for (const { name } of tables) {
    if ((await countRows(tx, name)) > 0) {
      throw new RuleError("This database has data already: a backup is restored into an empty one only.");
    }
  }
}

async function takeRows(
  tx: Database,
  tables: readonly BackupTable[],
  file: string,
): Promise<Record<string, number>> {
  let open: { table: string; copy: CopyIn } | undefined;
  let counts: Record<string, number> = {};
  try {
    for await (const part of readBackup(unpacked(file))) {
      if (part.kind === "heading") await requireSameSchema(tx, part.heading);
      else if (part.kind === "table")
        open = { table: part.name, copy: await copyIn(tx, copyStatement(tables, part)) };
      else if (part.kind === "rows") await open?.copy.write(part.rows);
      else if (part.kind === "table end") {
        await open?.copy.end();
        open = undefined;
      } else counts = part.counts;
    }
  } catch (error) {
    const reason = error instanceof Error ? error : new Error(String(error));
    open?.copy.giveUp(reason);
    if (!open || reason instanceof RuleError) throw reason;
    throw notWhole(`PostgreSQL does not take its ${open.table}`);
  }
  return counts;
}

async function* unpacked(file: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const source = createReadStream(file).on("error", (error) => gunzip.destroy(error));
  try {
    yield* source.pipe(gunzip);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && String(error.code).startsWith("Z_")))
      throw nameFile(error, file);
    // What zlib says where a file does not even begin as gzip does.
    throw error.message === "incorrect header check" ? notBackup() : notWhole(error.message);
  } finally {
    source.destroy();
  }
}

async function requireSameSchema(tx: Database, { schemaVersion, madeAt }: BackupHeading): Promise<void> {
  const here = await getSchemaVersion(tx);
  if (schemaVersion === here) return;
  throw new RuleError(
    schemaVersion < here
      ? `This backup was made on ${madeAt.slice(0, 10)} by an earlier version of Pipelog: restore it with that version into another empty installation, as this one is of a later version by now, then upgrade that.`
      : "This backup is of a later version of Pipelog: restore it with that version.",
  );
}

function copyStatement(tables: readonly BackupTable[], asked: { name: string; columns: string[] }): string {
  const table = tables.find(({ name }) => name === asked.name);
  if (!table || table.columns.join() !== asked.columns.join()) {
    throw notWhole(`this version has no such table as its ${asked.name}`);
  }
  return `copy ${copyTarget(table)} from stdin`;
}
