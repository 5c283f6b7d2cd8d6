import { parseArgs } from "node:util";
import { z } from "zod";
import { db } from "@/db/client";
import { getTeam } from "@/db/queries/team";
import { checkOptions } from "@/lib/command-line/check-options";
import { readSecret } from "@/lib/command-line/read-secret";
import { runCommand } from "@/lib/command-line/run-command";
import { firstDayOfWeekOf, isLocale, localeOfTimeZone, localeTag } from "@/lib/set-up/regional-defaults";
import { setUpSchema } from "@/lib/set-up/set-up-schema";
import { AlreadySetUpError, setUpTeam } from "@/lib/set-up/set-up-team";

const flags = {
  teamName: "--team",
  currency: "--currency",
  timeZone: "--time-zone",
  adminName: "--admin-name",
  adminEmail: "--admin-email",
  password: "--admin-password",
  locale: "--locale",
  firstDayOfWeek: "--first-day-of-week",
};

const usage =
  "npm run set-up -- --team NAME --currency ZAR --time-zone Africa/Johannesburg --admin-email ADDRESS [--admin-name NAME] [--admin-password PASSWORD] [--locale en-ZA] [--first-day-of-week 1-7]";

const halfMinute = 30_000;

const schema = setUpSchema.extend({
  locale: z.string().refine(isLocale, "Give a locale such as en-ZA.").transform(localeTag).optional(),
  firstDayOfWeek: z
    .string()
    .regex(/^[1-7]$/, "Give 1 for Monday to 7 for Sunday.")
    .transform(Number)
    .optional(),
});

await runCommand(async (args) => {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      team: text,
      currency: text,
      "time-zone": text,
      "admin-name": text,
      "admin-email": text,
      "admin-password": text,
      locale: text,
      "first-day-of-week": text,
    },
  });
  if (await getTeam(db)) throw new AlreadySetUpError();

  const adminEmail = values["admin-email"];
  const wanted = checkOptions(
    schema,
    {
      teamName: values.team,
      currency: values.currency,
      timeZone: values["time-zone"],
      adminName: values["admin-name"] ?? (adminEmail?.split("@")[0] || "Admin"),
      adminEmail,
      password: values["admin-password"] ?? (await readSecret("The first admin's password: ", halfMinute)),
      locale: values.locale,
      firstDayOfWeek: values["first-day-of-week"],
    },
    flags,
  );
  const locale = wanted.locale ?? localeOfTimeZone(wanted.timeZone);
  const firstDayOfWeek = wanted.firstDayOfWeek ?? firstDayOfWeekOf(locale);
  await setUpTeam(db, { ...wanted, locale, firstDayOfWeek });
  console.log(`${wanted.teamName} is set up; ${wanted.adminEmail} is its first admin.`);
}, usage);
