import { db } from "@/db/client";
import { requireMember } from "@/lib/auth/require-member";
import { streamFile } from "@/lib/export/stream-file";
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
  return streamFile(db, request, {
    name: `${person.kind}-${person.id}.json`,
    type: "application/json",
    of: "a person",
    write: async (tx, write) => {
      for await (const text of exportPerson(tx, person, new Date())) await write(text);
    },
  });
}
