import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { logger } from "@/lib/logger";
import { mayAdminister } from "@/lib/pipeline/permissions";
import { exportPerson } from "@/lib/privacy/export-person";
import { readPerson } from "@/lib/privacy/read-person";

type Context = { params: Promise<{ kind: string; id: string }> };

/** All that is held on a person, as one JSON file: for admins. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { member } = await requireMember();
  if (!mayAdminister(member)) return new Response("Only admins export this.", { status: 403 });
  const person = await readPerson(db, await params);
  if (!person) return new Response("There is no such person.", { status: 404 });
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  db.transaction(
    async (tx) => {
      for await (const text of exportPerson(tx, person, new Date())) await writer.write(encoder.encode(text));
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  ).then(
    () => writer.close(),
    (error: unknown) => {
      if (!request.signal.aborted) logger.error({ err: error }, "An export of a person failed");
      return writer.abort(error);
    },
  );
  return new Response(readable, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${person.kind}-${person.id}.json"`,
      "cache-control": "no-store",
    },
  });
}
