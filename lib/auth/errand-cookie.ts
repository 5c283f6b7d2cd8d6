import { sessionCookie } from "./session-cookie";

/** What one sets out to the issuer for besides signing in. */
export type ErrandKind = "invitation" | "link";

const quarterOfAnHour = 900;

/**
 * The cookie of an errand, to the issuer and back, to this app's own ears only: the invitation's token, or the
 * `linkProof` of whoever wants to link the account to the member they are signed in as.
 */
export function errandCookie(kind: ErrandKind) {
  const { secure } = sessionCookie().options;
  return {
    name: `${secure ? "__Secure-" : ""}pipelog-${kind}`,
    options: { httpOnly: true, sameSite: "lax", path: "/api/auth/callback", secure, maxAge: quarterOfAnHour },
  } as const;
}
