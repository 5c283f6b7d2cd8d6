"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { db } from "@/db/client";
import { deleteSession } from "@/db/queries/sessions";
import { hashOfToken } from "@/lib/auth/secret-token";
import { sessionCookie } from "@/lib/auth/session-cookie";

/** Ends this browser's session, in the database first, and leads to the sign-in. */
export async function signOut(): Promise<void> {
  const jar = await cookies();
  const { name, options } = sessionCookie();
  const token = jar.get(name)?.value;
  if (token) await deleteSession(db, hashOfToken(token));
  jar.set(name, "", { ...options, maxAge: 0 });
  redirect("/sign-in");
}
