"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { db } from "@/db/client";
import { visitorOf } from "@/lib/auth/client-address";
import { signIn } from "@/lib/auth/sign-in";
import { environment } from "@/lib/env";
import { refusalOfSetUpCode } from "@/lib/set-up/check-set-up-code";
import { firstDayOfWeekOf, localeOfTimeZone } from "@/lib/set-up/regional-defaults";
import { setUpSchema } from "@/lib/set-up/set-up-schema";
import { AlreadySetUpError, setUpTeam } from "@/lib/set-up/set-up-team";
import { publicAction } from "./public-action";

const noCode = "Enter the set-up code that was printed when Pipelog started.";
const schema = setUpSchema.extend({ code: z.string(noCode).trim().min(1, noCode) });

/** Sets the team up for whoever has the one-time code, and signs in its first admin. */
export const setUpTeamAction = publicAction(schema, async ({ code, ...wanted }) => {
  const visitor = visitorOf((await headers()).get("x-forwarded-for") ?? undefined);
  const locale = localeOfTimeZone(wanted.timeZone);
  const firstDayOfWeek = firstDayOfWeekOf(locale);
  try {
    const refusal = await refusalOfSetUpCode(db, environment().authSecret, { code, visitor }, new Date());
    if (refusal) return { errors: { code: refusal } };
    await setUpTeam(db, { ...wanted, locale, firstDayOfWeek });
  } catch (error) {
    if (error instanceof AlreadySetUpError) refresh();
    throw error;
  }
  const notSignedIn = await signIn(wanted.adminEmail, wanted.password);
  redirect(notSignedIn ? "/sign-in" : "/");
});
