import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { logger } from "@/lib/logger";
import { takeTurns } from "@/lib/turns";

type StreamedFile = {
  /** As it is saved. */
  name: string;
  type: "text/csv" | "application/json";
  /** What is exported, for the server's log: "the stages". */
  of: string;
  /** Writes the file's text, piece by piece, from one state of the database. */
  write: (tx: Database, write: (text: string) => Promise<void>) => Promise<void>;
};

/** A download may pause so long; then its connection is needed by others. */
const longestPause = "5min";

/**
 * So many exports are sent at once: each holds a connection as long as its reader takes, and the rest of the pool's ten
 * are for everybody else. Example: four downloads nobody reads on, and the fifth is asked to come back; who signs out
 * meanwhile is answered.
 */
const inTurn = takeTurns({ atOnce: 4, waiting: 100 });

function askedToComeBack(): Response {
  return new Response("Too many exports are being downloaded right now. Please try again in a minute.", {
    status: 503,
    headers: { "retry-after": "60", "cache-control": "no-store" },
  });
}

/**
 * Answers with a file that is sent while it is read, so that its length costs no memory. Where reading fails, or
 * the reader pauses for more than five minutes, the answer breaks off, so that half a file is not taken for all of
 * it, and the server's log says why; whoever asked and went away is no failure. While as many are sent as may be at
 * once the answer is 503.
 */
export function streamFile(
  db: Database,
  request: Request,
  { name, type, of, write }: StreamedFile,
): Response {
  if (inTurn.mustWait()) return askedToComeBack();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const reader = readable.getReader();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  async function send() {
    await db.transaction(
      async (tx) => {
        await tx.execute(
          sql`select set_config('idle_in_transaction_session_timeout', ${longestPause}, true)`,
        );
        await write(tx, (text) => writer.write(encoder.encode(text)));
      },
      { isolationLevel: "repeatable read", accessMode: "read only" },
    );
    await writer.close();
  }
  let isBegun = false;
  function begin() {
    if (isBegun) return;
    isBegun = true;
    // Who asked at the same moment as others waits: the answer has begun.
    inTurn(send)
      .catch((error: unknown) => {
        if (!request.signal.aborted) logger.error({ err: error }, `An export of ${of} failed`);
        return writer.abort(error);
      })
      // A stream that is broken already says no more than that.
      .catch(() => undefined);
  }
  // Begun by its first reader: a HEAD has none, nor has who goes away before the first byte.
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        begin();
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}
