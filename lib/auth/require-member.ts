import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { db } from "@/db/client";
import { getTeam } from "@/db/queries/team";
import { localDateOf } from "@/lib/pipeline/local-date";
import { currentMember } from "./current-member";
import { ownPath } from "./own-path";
import { pathHeader } from "./request-headers";

/** Who asks, the team, and today's local date there; undefined: nobody is signed in. */
export const presentMember = cache(async () => {
  const signedIn = await currentMember();
  return signedIn && { ...signedIn, today: localDateOf(new Date(), signedIn.team.timeZone) };
});

/**
 * The gate of every signed-in page, action and route: who asks, the team, and today's local date there.
 * Nobody is sent to the sign-in, which leads back; an installation without a team to its set-up.
 */
export const requireMember = cache(async () => {
  const present = await presentMember();
  if (present) return present;
  if (!(await getTeam(db))) redirect("/set-up");
  const path = ownPath((await headers()).get(pathHeader));
  return redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
});

export type Present = Awaited<ReturnType<typeof requireMember>>;
