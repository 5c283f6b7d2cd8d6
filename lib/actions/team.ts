"use server";

import { z } from "zod";
import { db } from "@/db/client";
import { nameField } from "@/lib/name-field";
import { isTimeZone } from "@/lib/pipeline/local-date";
import { longest } from "@/lib/pipeline/longest";
import { isLocale } from "@/lib/set-up/regional-defaults";
import { changeTeam, TeamChangedError } from "@/lib/team/change-team";
import { changeTimeZone } from "@/lib/team/change-time-zone";
import { memberAction } from "./member-action";
import { versionField } from "./number-fields";
import { showPage } from "./show-page";
import { toldMerge } from "./told-merge";

const noDay = "Choose the first day of the week.";

/** Changes the team's name, currency, locale and first day of the week; who saw older ones is told what differs. */
export const changeTeamAction = memberAction(
  z.object({
    version: versionField,
    name: nameField("Enter the team's name.", longest.teamName, `Keep it to ${longest.teamName} characters.`),
    currency: z
      .string("Choose the team's currency.")
      .trim()
      .regex(/^[A-Z]{3}$/, "Choose the team's currency."),
    locale: z
      .string("Choose how numbers and dates are written.")
      .trim()
      .refine((tag) => tag !== "" && isLocale(tag), "Choose how numbers and dates are written."),
    firstDayOfWeek: z
      .string(noDay)
      .regex(/^[1-7]$/, noDay)
      .transform(Number),
  }),
  async ({ version, ...settings }, { member }) => {
    try {
      await changeTeam(db, { actor: member, now: new Date(), version, settings });
    } catch (error) {
      if (error instanceof TeamChangedError) return toldMerge(error.message);
      throw error;
    }
    return { done: "The team's settings are saved." };
  },
  "admin",
);

/** Gives the team another time zone, after its preview. */
export const changeTimeZoneAction = memberAction(
  z.object({
    version: versionField,
    timeZone: z.string("Choose a time zone.").trim().refine(isTimeZone, "Choose a time zone."),
  }),
  async (wanted, { member }) => {
    await changeTimeZone(db, { actor: member, now: new Date(), ...wanted });
    return showPage("/settings/team");
  },
  "admin",
);
