import { cookies } from "next/headers";
import { cache } from "react";
import { db } from "@/db/client";
import { getGoodShareLink } from "@/db/queries/share-links";
import { isUnlocked } from "@/db/queries/share-unlocks";
import { getTeam } from "@/db/queries/team";
import { hashOfToken } from "@/lib/auth/secret-token";
import { localDateOf } from "@/lib/pipeline/local-date";
import { unlockCookie } from "./unlock-cookie";

/**
 * The gate of a shared page: the link of this token with the team, true at this very request, and whether it
 * still asks for its passphrase; undefined: unknown, over, revoked, or its maker has gone, all alike.
 */
export const openShare = cache(async (token: string) => {
  const now = new Date();
  const [link, team] = await Promise.all([getGoodShareLink(db, hashOfToken(token), now), getTeam(db)]);
  if (!link || !team) return undefined;
  const { passphraseHash, ...shown } = link;
  const unlock = (await cookies()).get(unlockCookie(token).name)?.value ?? "";
  const isLocked =
    passphraseHash !== null &&
    !(await isUnlocked(db, { tokenHash: hashOfToken(unlock), shareLinkId: link.id }, now));
  return { link: shown, team, isLocked, today: localDateOf(now, team.timeZone) };
});

export type OpenShare = NonNullable<Awaited<ReturnType<typeof openShare>>>;
