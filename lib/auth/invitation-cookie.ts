import { sessionCookie } from "./session-cookie";

const quarterOfAnHour = 900;

/** The cookie that carries an invitation's token to the issuer and back, to this app's own ears only. */
export function invitationCookie() {
  const { secure } = sessionCookie().options;
  return {
    name: secure ? "__Secure-pipelog-invitation" : "pipelog-invitation",
    options: { httpOnly: true, sameSite: "lax", path: "/api/auth/callback", secure, maxAge: quarterOfAnHour },
  } as const;
}
