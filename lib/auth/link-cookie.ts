import { environment } from "@/lib/env";
import { keyedHash } from "./secret-token";
import { sessionCookie } from "./session-cookie";

const quarterOfAnHour = 900;

/**
 * The cookie that says, to this app's own ears only, that whoever comes back from the issuer wants to link the
 * account to the member they are signed in as.
 */
export function linkCookie() {
  const { secure } = sessionCookie().options;
  return {
    name: secure ? "__Secure-pipelog-link" : "pipelog-link",
    options: { httpOnly: true, sameSite: "lax", path: "/api/auth/callback", secure, maxAge: quarterOfAnHour },
  } as const;
}

/** What that cookie holds: it is good together with the session it was made in, and with no other. */
export function linkProof(sessionHash: string): string {
  return keyedHash(environment().authSecret, `link: ${sessionHash}`);
}
