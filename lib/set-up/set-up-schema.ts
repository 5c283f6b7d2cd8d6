import { z } from "zod";
import { isTriedFirst, triedFirst } from "@/lib/auth/guessable-password";
import { longestPassword, shortestPassword } from "@/lib/auth/password-length";
import { nameField } from "@/lib/name-field";
import { isTimeZone, timeZoneName } from "@/lib/pipeline/local-date";
import { longest } from "@/lib/pipeline/longest";
import { currencyDigits } from "@/lib/pipeline/money";

const nameText = (missing: string, most: number) =>
  nameField(missing, most, `Keep it to ${most} characters.`);

/** An e-mail address, trimmed and in small letters. */
export const emailSchema = z
  .string("Enter an e-mail address.")
  .trim()
  .toLowerCase()
  .min(1, "Enter an e-mail address.")
  .max(254, "An e-mail address has at most 254 characters.")
  .pipe(
    z.email({
      pattern: z.regexes.html5Email,
      error: "That is not an e-mail address; it should look like name@example.com.",
    }),
  );

/** A password somebody chooses. */
export const newPasswordSchema = z
  .string("Choose a password.")
  .min(shortestPassword, `Choose a password of at least ${shortestPassword} characters.`)
  .max(longestPassword, `Choose a password of at most ${longestPassword} characters.`)
  .refine((password) => !isTriedFirst(password), triedFirst);

/** What a team is set up with, each mistake in a sentence of its own. */
export const setUpSchema = z.object({
  teamName: nameText("Enter the team's name.", longest.teamName),
  currency: z
    .string("Choose the team's currency.")
    .trim()
    .toUpperCase()
    .min(1, "Choose the team's currency.")
    .refine((code) => currencyDigits(code) !== undefined, "Choose a currency of ISO 4217, such as ZAR."),
  timeZone: z
    .string("Choose the team's time zone.")
    .trim()
    .min(1, "Choose the team's time zone.")
    .refine(isTimeZone, "Choose a time zone of the IANA list, such as Africa/Johannesburg.")
    .transform(timeZoneName),
  adminName: nameText("Enter your name.", longest.name),
  adminEmail: emailSchema,
  password: newPasswordSchema,
});
