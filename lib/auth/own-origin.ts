import { headers } from "next/headers";
import { environment } from "@/lib/env";

/** The address people open this app by, without a path: AUTH_URL, else the one this request names. */
export async function ownOrigin(): Promise<string> {
  const { authUrl } = environment();
  if (authUrl) return new URL(authUrl).origin;
  const incoming = await headers();
  return `${incoming.get("x-forwarded-proto") ?? "http"}://${incoming.get("host") ?? "localhost"}`;
}
