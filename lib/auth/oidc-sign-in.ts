import type { Profile, User } from "@auth/core/types";
import { cookies, headers } from "next/headers";
import { db } from "@/db/client";
import { deleteSession } from "@/db/queries/sessions";
import { emailSchema } from "@/lib/set-up/set-up-schema";
import { admitIdentity } from "./admit-identity";
import { keepBrowserKey, userAgentIn } from "./browser-cookie";
import { type ErrandKind, errandCookie } from "./errand-cookie";
import { linkFromIssuer } from "./link-from-issuer";
import { noticeSignIn } from "./notice-sign-in";
import { hashOfToken } from "./secret-token";
import { sessionCookie } from "./session-cookie";

function verifiedEmail(profile: Profile): string | null {
  if (profile.email_verified !== true) return null;
  return emailSchema.safeParse(profile.email).data ?? null;
}

/**
 * Decides on somebody who comes back from the issuer: makes `user` the member they are, so that the session
 * started next is that member's, and ends the session the browser had before.
 *
 * @returns true: signed in; else the address of the page that says why not.
 */
export async function admitFromIssuer(user: User, profile: Profile): Promise<true | string> {
  const { iss, sub } = profile;
  if (typeof iss !== "string" || !sub) throw new Error("The issuer named nobody.");
  const jar = await cookies();
  const taken = (errand: ErrandKind) => {
    const { name, options } = errandCookie(errand);
    const value = jar.get(name)?.value;
    if (value !== undefined) jar.set(name, "", { ...options, maxAge: 0 });
    return value;
  };
  const invitation = taken("invitation");
  const proof = taken("link");
  const before = jar.get(sessionCookie().name)?.value;

  const identity = { issuer: iss, subject: sub };
  const now = new Date();
  const userAgent = userAgentIn(await headers());
  if (proof !== undefined) {
    const linked = await linkFromIssuer({ identity, proof, token: before }, now);
    if (typeof linked === "string") return linked;
    if (before) await deleteSession(db, hashOfToken(before));
    Object.assign(user, { id: String(linked), userAgent });
    return true;
  }
  const admitted = await admitIdentity(db, { identity, email: verifiedEmail(profile), invitation, now });
  if (admitted.kind === "unknown") return "/sign-in?error=NotInvited";
  if (admitted.kind === "gone") return `/invite/${encodeURIComponent(invitation ?? "")}`;
  if (admitted.kind === "import running") return "/sign-in?error=ImportRunning";
  if (admitted.kind === "linked already") return "/sign-in?error=LinkedAlready";

  if (before) await deleteSession(db, hashOfToken(before));
  const key = keepBrowserKey(jar);
  await noticeSignIn(db, { memberId: admitted.id, key, userAgent, now });
  Object.assign(user, { id: String(admitted.id), userAgent });
  return true;
}
