import { currentMember } from "@/lib/auth/current-member";
import { sharedNote } from "@/lib/device/shared-note";
import { pageAddress } from "@/lib/page-address";

/** What an address still holds everywhere. The service worker, which takes most shares, keeps all of a text. */
const longestInAddress = 1500;

/** Takes what another app shares, where the service worker does not: it stands as the note in the form that logs. */
export async function POST(request: Request): Promise<Response> {
  const isForm = request.headers.get("content-type")?.startsWith("multipart/form-data");
  const note = isForm ? sharedNote(await request.formData()) : "";
  let shown = note;
  while (encodeURIComponent(shown).length > longestInAddress) shown = shown.slice(0, -100);
  const log = pageAddress("/log", { note: shown === note ? note : `${shown}…` });
  const address = (await currentMember()) ? log : pageAddress("/sign-in", { next: log });
  return new Response(null, { status: 303, headers: { location: address } });
}
