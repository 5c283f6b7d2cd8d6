import { currentMember } from "@/lib/auth/current-member";
import { noteInAddress, sharedNote } from "@/lib/device/shared-note";
import { pageAddress } from "@/lib/page-address";

/** Bytes of a shared text that are read; whoever is signed out may share as well, and signs in then. */
const mostShared = 1_000_000;

/** The body, as far as it is read; undefined when there is more of it. */
async function readBody(request: Request): Promise<Blob | undefined> {
  const parts: BlobPart[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.length;
    if (length > mostShared) return undefined;
    parts.push(part);
  }
  return new Blob(parts);
}

/** Takes what another app shares, where the service worker does not: it stands as the note in the form that logs. */
export async function POST(request: Request): Promise<Response> {
  const type = request.headers.get("content-type") ?? "";
  const body = await readBody(request);
  if (!body)
    return new Response("This text is too long to be shared here. Copy what you need of it into the note.", {
      status: 413,
    });
  const sent = new Response(body, { headers: { "content-type": type } });
  const isForm = type.startsWith("multipart/form-data");
  const form = isForm ? await sent.formData().catch(() => new FormData()) : new FormData();
  const log = pageAddress("/log", { note: noteInAddress(sharedNote(form)) });
  const address = (await currentMember()) ? log : pageAddress("/sign-in", { next: log });
  return new Response(null, { status: 303, headers: { location: address } });
}
