import type { Database } from "@/db/client";
import { getProfile } from "@/db/queries/profiles";
import { getTeam } from "@/db/queries/team";
import { browserName } from "@/lib/format/browser-name";
import { dayAndTime } from "@/lib/format/moment-in-words";
import { teamFormats } from "@/lib/format/team-formats";
import { logger } from "@/lib/logger";
import { deliverLater } from "@/lib/mail/deliver";
import { newSignInMail } from "@/lib/mail/new-sign-in-mail";
import { recogniseBrowser } from "./recognise-browser";

type SignIn = {
  memberId: number;
  /** What the browser's cookie holds, by which it is known again. */
  key: string | undefined;
  userAgent: string | null;
  now: Date;
};

/** Notes with what a member signs in, and tells them by mail when it is new to them. It fails no sign-in. */
export async function noticeSignIn(db: Database, { memberId, key, userAgent, now }: SignIn): Promise<void> {
  try {
    const { isNew } = await recogniseBrowser(db, { memberId, key, now });
    if (!isNew) return;
    const [profile, team] = await Promise.all([getProfile(db, memberId), getTeam(db)]);
    if (!profile?.email || !team) return;
    const { name, email: address } = profile;
    deliverLater(db, (linkTo) =>
      newSignInMail({
        to: { name, address },
        team: team.name,
        browser: browserName(userAgent),
        moment: dayAndTime(now, team.timeZone, teamFormats(team)),
        link: linkTo("/profile"),
      }),
    );
  } catch (err) {
    logger.error({ err }, "A sign-in could not be noticed");
  }
}
