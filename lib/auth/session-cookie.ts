import { environment } from "@/lib/env";

/** The longest that browsers keep a cookie, in seconds. */
export const longestCookieAge = 400 * 86_400;

/**
 * The cookie of a session. It outlives the session on purpose: the row in the database alone decides how long it is
 * good for.
 */
export function sessionCookie() {
  const secure = environment().authUrl?.startsWith("https:") ?? false;
  return {
    name: secure ? "__Host-pipelog-session" : "pipelog-session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: longestCookieAge },
  } as const;
}
