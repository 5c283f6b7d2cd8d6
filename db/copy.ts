import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { setImmediate as turn } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { TransactionSql } from "postgres";
import type { Database } from "@/db/client";

const pieceSize = 65_536;

/** Drizzle knows no COPY: this is the postgres.js client of its transaction. */
function clientOf(tx: Database): TransactionSql {
  const { session } = tx as unknown as { session: { client: TransactionSql } };
  if (!("savepoint" in session.client)) throw new Error("COPY needs a transaction.");
  return session.client;
}

/**
 * Reads what `COPY … TO STDOUT` says, in pieces of whole rows. The transaction is busy until it has been
 * read to its end.
 *
 * @param tx a transaction
 */
export async function* copyOut(tx: Database, statement: string): AsyncGenerator<Buffer> {
  const stream = await clientOf(tx).unsafe(statement).readable();
  let rows: Buffer[] = [];
  let size = 0;
  try {
    for await (const row of stream.iterator({ destroyOnReturn: false })) {
      rows.push(row);
      size += row.length;
      if (size < pieceSize) continue;
      yield Buffer.concat(rows);
      rows = [];
      size = 0;
    }
    if (size > 0) yield Buffer.concat(rows);
  } finally {
    // Postgres sends the rest of what was given up all the same, and whatever comes next waits for its end.
    if (!stream.destroyed) await finished(stream.resume());
    // When its last rows filled the stream, postgres.js has paused the socket and nobody reads on.
    if (!stream.errored) stream._read(0);
  }
}

/** What is given to `COPY … FROM STDIN`. The transaction is busy until it is ended or given up. */
export type CopyIn = {
  write: (data: Buffer) => Promise<void>;
  /** @throws Error when Postgres refuses the rows */
  end: () => Promise<void>;
  giveUp: (reason: Error) => void;
};

/**
 * Starts `COPY … FROM STDIN`.
 *
 * @param tx a transaction
 */
export async function copyIn(tx: Database, statement: string): Promise<CopyIn> {
  const stream: Writable = await clientOf(tx).unsafe(statement).writable();
  let failure: Error | undefined;
  stream.on("error", (error) => {
    failure ??= error;
  });
  return {
    write: (data) =>
      new Promise((written, refuse) => {
        stream.write(data, (error) => (error ? refuse(failure ?? error) : written()));
      }),
    end: async () => {
      stream.end();
      await turn();
      // Whether the rows were taken is only known to what comes after: a refusal fails the transaction.
      await tx.execute(sql`select 1`).catch((error) => {
        throw failure ?? error;
      });
    },
    giveUp: (reason) => stream.destroy(reason),
  };
}
