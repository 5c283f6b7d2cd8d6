import { z } from "zod";
import { cleanName } from "@/lib/pipeline/clean-name";
import { longest } from "@/lib/pipeline/longest";

/** A field that holds a name, cleaned as every name is; `missing` and `tooLong` are what is said of a wrong one. */
export function nameField(
  missing: string,
  most: number = longest.name,
  tooLong = `A name has at most ${most} characters.`,
) {
  return z.string(missing).overwrite(cleanName).min(1, missing).max(most, tooLong);
}
