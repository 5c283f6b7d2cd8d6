import { sessionCookie } from "@/lib/auth/session-cookie";

/** A browser that gave the passphrase is not asked again for this long. */
export const unlockDays = 7;

/** The cookie that opens one link, sent to that link's own address only. */
export function unlockCookie(token: string) {
  const { secure } = sessionCookie().options;
  return {
    name: secure ? "__Secure-pipelog-share" : "pipelog-share",
    options: {
      httpOnly: true,
      sameSite: "lax",
      path: `/share/${token}`,
      secure,
      maxAge: unlockDays * 86_400,
    },
  } as const;
}
