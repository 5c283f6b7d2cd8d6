import type { Database } from "@/db/client";
import { logger } from "@/lib/logger";

type StreamedFile = {
  /** As it is saved. */
  name: string;
  type: "text/csv" | "application/json";
  /** What is exported, for the server's log: "the stages". */
  of: string;
  /** Writes the file's text, piece by piece, from one state of the database. */
  write: (tx: Database, write: (text: string) => Promise<void>) => Promise<void>;
};

/**
 * Answers with a file that is sent while it is read, so that its length costs no memory. Where reading fails the
 * answer breaks off, so that half a file is not taken for all of it, and the server's log says why; whoever asked
 * and went away is no failure.
 */
export function streamFile(
  db: Database,
  request: Request,
  { name, type, of, write }: StreamedFile,
): Response {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  async function send() {
    await db.transaction((tx) => write(tx, (text) => writer.write(encoder.encode(text))), {
      isolationLevel: "repeatable read",
      accessMode: "read only",
    });
    await writer.close();
  }
  send()
    .catch((error: unknown) => {
      if (!request.signal.aborted) logger.error({ err: error }, `An export of ${of} failed`);
      return writer.abort(error);
    })
    // A stream that is broken already says no more than that.
    .catch(() => undefined);
  return new Response(readable, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}
