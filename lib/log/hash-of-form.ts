import { createHash } from "node:crypto";
import { type LogValues, logFields } from "./log-values";

/**
 * Tells whether two forms say the same, in SHA-256 as hexadecimal digits. What is empty does not count, so that a form
 * that waited on a device while the app learnt a new field is still the one it was.
 */
export function hashOfForm(values: LogValues): string {
  const said = logFields.flatMap((field) => (values[field] === "" ? [] : [[field, values[field]]]));
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}
