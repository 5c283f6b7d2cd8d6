import { z } from "zod";
import { incompleteForm } from "@/lib/incomplete-form";
import { type LogField, logFields } from "./log-values";

const longestText = 50_000;
const field = z.string(incompleteForm).max(longestText, "This is too long.").trim().default("");

/** As long as it may come: what is too long is told where it is read, and holds up no other entry of a device. */
const note = z.string(incompleteForm).trim().default("");

const isUuid = (text: string) => z.uuid().safeParse(text).success;

/** The fields of the form that logs and corrects, as text; what they say is read in lib/log. */
export const logSchema = z.object({
  ...(Object.fromEntries(logFields.map((name) => [name, field])) as Record<LogField, typeof field>),
  note,
  deviceId: field.refine((text) => text === "" || isUuid(text), incompleteForm),
});
