import { z } from "zod";
import { type LogField, logFields } from "./log-values";

const longestText = 50_000;
const field = z
  .string("This form is incomplete. Open its page again.")
  .max(longestText, "This is too long.")
  .transform((text) => text.replaceAll("\r\n", "\n").trim())
  .default("");

/** The fields of the form that logs and corrects, as text; what they say is read in lib/log. */
export const logSchema = z.object(
  Object.fromEntries(logFields.map((name) => [name, field])) as Record<LogField, typeof field>,
);
