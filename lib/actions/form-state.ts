import type { ReactNode } from "react";
import type { z } from "zod";
import { incompleteForm } from "@/lib/incomplete-form";
import type { Onward } from "@/lib/rule-error";
import { storableInput } from "@/lib/storable";

/** What a form shows after its action: what was typed, and what is wrong with it. */
export type FormState<More = never> = {
  /** Per field: what is wrong and what to do. */
  errors: Record<string, string>;
  /** About the form as a whole. */
  message?: ReactNode;
  /** Where one goes on from what the message says. */
  onward?: Onward;
  /** Worked: said to the person. */
  done?: string;
  /** What was typed; a field whose name speaks of a password is never among it. */
  values: Record<string, string>;
  /** Nobody is signed in any more, so nothing was done: the form is to say so. */
  isSignedOut?: boolean;
  /** Nothing of it was looked at: also the fields that are never shown again keep what was typed. */
  keepsFields?: boolean;
  /** What this one form needs beside: a question back, what changed meanwhile. */
  more?: More;
};

/** The state of a form nobody has sent yet. */
export const untouchedForm: FormState = { errors: {}, values: {} };

/** The fields of a sent form: text as text, a name that occurs more than once as a list. Files are left out. */
export function formFields(form: FormData): Record<string, string | string[]> {
  // One look at each field: `getAll` looks at all of them for each name.
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of form) {
    if (name.startsWith("$ACTION") || typeof value !== "string") continue;
    const text = storableInput(value);
    const before = fields.get(name);
    if (Array.isArray(before)) before.push(text);
    else fields.set(name, before === undefined ? text : [before, text]);
  }
  return Object.fromEntries(fields);
}

const mostFields = 5000;

/**
 * Whether what was sent is a form that a page of the app may have sent: nothing is looked at of one with more fields
 * than any of them has, nor of what is none at all, as when the framework's own field of the arguments was tampered with.
 */
export function mayBeOurs(form: unknown): form is FormData {
  return form instanceof FormData && [...form.keys()].length <= mostFields;
}

/** What answers one that is none of ours. */
export const notOurs = { errors: {}, message: incompleteForm, values: {}, keepsFields: true };

/** What may be shown again of the fields. */
export function shownValues(fields: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === "string" && !/password/i.test(name) ? [[name, value]] : [],
    ),
  );
}

/** The first mistake of each field. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[String(issue.path[0] ?? "")] ??= issue.message;
  return errors;
}
