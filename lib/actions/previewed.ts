import { z } from "zod";
import type { Preview } from "@/lib/preview";
import type { ActionAnswer } from "./public-action";

/** The hidden field by which a form says which preview was seen; empty: none yet. */
export const previewedField = { previewed: z.string().max(100).default("") };

const changedMeanwhile = "Something has changed meanwhile. This is what it would do now.";

/** What a form with a preview shows beside its fields. */
export type Previewed = { preview: Preview };

/** Answers with the preview unless it is the one that was seen: then undefined, and the act may be done. */
export function askToConfirm(preview: Preview, seen: string): ActionAnswer<Previewed> | undefined {
  if (seen === preview.key) return undefined;
  return { more: { preview }, message: seen === "" ? undefined : changedMeanwhile };
}
