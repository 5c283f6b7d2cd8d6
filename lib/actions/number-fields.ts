import { z } from "zod";

const incomplete = "This form is incomplete. Open its page again.";

/** A hidden field that holds an id or a version. */
export const idField = z
  .string(incomplete)
  .regex(/^\d{1,15}$/, incomplete)
  .transform(Number);

/** A hidden field that holds ids in an order, with commas between. */
export const idListField = z
  .string(incomplete)
  .regex(/^\d{1,15}(,\d{1,15})*$/, incomplete)
  .transform((text) => text.split(",").map(Number));
