"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { db } from "@/db/client";
import { deleteDevice } from "@/db/queries/devices";
import { deleteSession, deleteSessionsOf } from "@/db/queries/sessions";
import { currentMember } from "@/lib/auth/current-member";
import { hashOfToken } from "@/lib/auth/secret-token";
import { sessionCookie } from "@/lib/auth/session-cookie";

/** Forgets the device whose key the form holds: nothing waits on it. @returns whose session this is. */
async function leaveDevice(form: FormData): Promise<number | undefined> {
  const key = form instanceof FormData ? form.get("deviceKey") : null;
  const memberId = (await currentMember())?.member.id;
  if (memberId !== undefined && typeof key === "string" && key !== "")
    await deleteDevice(db, hashOfToken(key), memberId);
  return memberId;
}

/** Ends this browser's session, in the database first, and leads to the sign-in. */
async function endThisSession(): Promise<never> {
  const jar = await cookies();
  const { name, options } = sessionCookie();
  const token = jar.get(name)?.value;
  if (token) await deleteSession(db, hashOfToken(token));
  jar.set(name, "", { ...options, maxAge: 0 });
  redirect("/sign-in");
}

/** Signs this browser out. */
export async function signOut(form: FormData): Promise<void> {
  await leaveDevice(form);
  await endThisSession();
}

/** Signs one's own out in this browser and in every other. */
export async function signOutEverywhere(form: FormData): Promise<void> {
  const memberId = await leaveDevice(form);
  if (memberId !== undefined) await deleteSessionsOf(db, memberId);
  await endThisSession();
}
