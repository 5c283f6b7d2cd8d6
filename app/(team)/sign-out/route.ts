import { cookies } from "next/headers";
import { db } from "@/db/client";
import { deleteDevice } from "@/db/queries/devices";
import { deleteSession, deleteSessionsOf } from "@/db/queries/sessions";
import { problem } from "@/lib/api/problem";
import { currentMember } from "@/lib/auth/current-member";
import { isOwnRequest } from "@/lib/auth/is-own-request";
import { hashOfToken } from "@/lib/auth/secret-token";
import { sessionCookie } from "@/lib/auth/session-cookie";

const toSignIn = () => new Response(null, { status: 303, headers: { location: "/sign-in" } });

/**
 * Signs one out, `everywhere` or in this browser, in the database first, and leads to the sign-in. The device whose
 * `deviceKey` is sent is forgotten: nothing waits on it. An address rather than an action: a page from before an update
 * of the server must be able to sign out too.
 */
export async function POST(request: Request): Promise<Response> {
  const signedIn = await currentMember();
  if (!signedIn) return toSignIn();
  if (!isOwnRequest(request)) return problem(403, "Forbidden", "This was sent from somewhere else.");
  const form = await request.formData().catch(() => new FormData());
  const key = form.get("deviceKey");
  const { member } = signedIn;
  if (typeof key === "string" && key !== "") await deleteDevice(db, hashOfToken(key), member.id);
  if (form.has("everywhere")) await deleteSessionsOf(db, member.id);
  const jar = await cookies();
  const { name, options } = sessionCookie();
  const token = jar.get(name)?.value;
  if (token) await deleteSession(db, hashOfToken(token));
  jar.set(name, "", { ...options, maxAge: 0 });
  return toSignIn();
}
