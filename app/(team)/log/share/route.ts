import { currentMember } from "@/lib/auth/current-member";
import { noteInAddress, sharedNote } from "@/lib/device/shared-note";
import { pageAddress } from "@/lib/page-address";

/** Bytes of a shared text that are read; whoever is signed out may share as well, and signs in then. */
const mostShared = 1_000_000;

/** Takes what another app shares, where the service worker does not: it stands as the note in the form that logs. */
export async function POST(request: Request): Promise<Response> {
  const length = Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY);
  const isForm = request.headers.get("content-type")?.startsWith("multipart/form-data");
  const note = isForm && length <= mostShared ? sharedNote(await request.formData()) : "";
  const log = pageAddress("/log", { note: noteInAddress(note) });
  const address = (await currentMember()) ? log : pageAddress("/sign-in", { next: log });
  return new Response(null, { status: 303, headers: { location: address } });
}
