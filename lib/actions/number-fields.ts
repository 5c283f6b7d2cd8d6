import { z } from "zod";
import { incompleteForm } from "@/lib/incomplete-form";

/** A field by which a record is chosen; `missing` is said where none is. */
export function chosenId(missing: string) {
  return z
    .string(missing)
    .regex(/^\d{1,15}$/, missing)
    .transform(Number);
}

/** A hidden field that holds an id. */
export const idField = chosenId(incompleteForm);

/** A field that holds an id or nothing. */
export const optionalIdField = z.union([z.literal("").transform(() => null), idField]).default(null);

/** A hidden field that holds the version of a record that was seen: what fits into the `integer` of its column. */
export const versionField = z
  .string(incompleteForm)
  .regex(/^\d{1,9}$/, incompleteForm)
  .transform(Number);

/** The hidden fields that say which record, in the version somebody saw. */
export const seenFields = { id: idField, version: versionField };

/** A hidden field that holds the stages a what-if was computed on; see foreseen-on.ts. */
export const foreseenField = z
  .string(incompleteForm)
  .regex(/^\d{1,15}:\d{1,9}(,\d{1,15}:\d{1,9})*$/, incompleteForm);

/** A hidden field that holds ids in an order, with commas between. */
export const idListField = z
  .string(incompleteForm)
  .regex(/^\d{1,15}(,\d{1,15})*$/, incompleteForm)
  .transform((text) => text.split(",").map(Number));
