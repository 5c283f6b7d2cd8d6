"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { db } from "@/db/client";
import { deleteDevice } from "@/db/queries/devices";
import { deleteSession } from "@/db/queries/sessions";
import { currentMember } from "@/lib/auth/current-member";
import { hashOfToken } from "@/lib/auth/secret-token";
import { sessionCookie } from "@/lib/auth/session-cookie";

/**
 * Ends this browser's session, in the database first, and leads to the sign-in. The device whose key the form
 * holds is forgotten: nothing waits on it.
 */
export async function signOut(form: FormData): Promise<void> {
  const key = form instanceof FormData ? form.get("deviceKey") : null;
  const signedIn = await currentMember();
  if (signedIn && typeof key === "string" && key !== "")
    await deleteDevice(db, hashOfToken(key), signedIn.member.id);
  const jar = await cookies();
  const { name, options } = sessionCookie();
  const token = jar.get(name)?.value;
  if (token) await deleteSession(db, hashOfToken(token));
  jar.set(name, "", { ...options, maxAge: 0 });
  redirect("/sign-in");
}
