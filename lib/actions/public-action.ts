import type { z } from "zod";
import { incompleteForm } from "@/lib/incomplete-form";
import { RuleError } from "@/lib/rule-error";
import { TooBusyError } from "@/lib/turns";
import { type FormState, fieldErrors, formFields, mayBeOurs, notOurs, shownValues } from "./form-state";

/** What a body answers with: nothing (it worked), or what its form is to show. */
export type ActionAnswer<More = never> =
  | Partial<Pick<FormState<More>, "errors" | "message" | "done" | "values" | "more">>
  | undefined;

/** Checks the fields of a form that may be ours and answers it, as `publicAction` does. */
export async function answerForm<Schema extends z.ZodType, More>(
  schema: Schema,
  form: FormData,
  body: (input: z.output<Schema>) => Promise<ActionAnswer<More>>,
): Promise<FormState<More>> {
  const fields = formFields(form);
  const values = shownValues(fields);
  const read = schema.safeParse(fields, { error: () => incompleteForm });
  if (!read.success) {
    const errors = fieldErrors(read.error);
    const message = Object.values(errors).find((text) => text === incompleteForm);
    return { errors, message, values };
  }
  try {
    return { errors: {}, values, ...(await body(read.data)) };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const { message, field, onward } = error;
    if (field) return { errors: { [field]: message }, values };
    const refused = { errors: {}, message, onward, values };
    return error instanceof TooBusyError ? { ...refused, keepsFields: true } : refused;
  }
}

/**
 * The action of a form that anybody may send: its fields checked, its broken rules told, what was typed kept. What
 * its schema has no words for is what no page of ours sends.
 */
export function publicAction<Schema extends z.ZodType, More = never>(
  schema: Schema,
  body: (input: z.output<Schema>) => Promise<ActionAnswer<More>>,
): (before: FormState<More>, form: FormData) => Promise<FormState<More>> {
  return async (_before, form) => (mayBeOurs(form) ? answerForm(schema, form, body) : notOurs);
}
