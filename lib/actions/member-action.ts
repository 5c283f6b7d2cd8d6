import { refresh, revalidatePath } from "next/cache";
import { headers } from "next/headers";
import type { z } from "zod";
import { type Present, presentMember, requireMember } from "@/lib/auth/require-member";
import { mayActAs } from "@/lib/pipeline/permissions";
import type { Role } from "@/lib/pipeline/role";
import { RuleError } from "@/lib/rule-error";
import { type FormState, mayBeOurs, notOurs } from "./form-state";
import { openedByAnother } from "./opened-by";
import { type ActionAnswer, answerForm } from "./public-action";

/** When a rule refuses it, the page around the form shows what stands now, if it would still be that page. */
export async function showingWhatStands<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof RuleError && !error.isGone) refresh();
    throw error;
  }
}

/** Whether a page's script sent the form and shows the answer in it; else the browser did, and goes where it is led. */
async function isSentByScript(): Promise<boolean> {
  return (await headers()).has("next-action");
}

/**
 * The action of a form for those signed in: a stranger is told so in the form, or sent to the sign-in, a role that
 * may not is told so, and so is who sends what another member opened, the fields are checked, and afterwards every
 * page shows what is true now. Beside what was refused the page around the form does too: somebody else may have
 * changed what it is about.
 *
 * @param least the least role that may do it.
 * @param isShownInPlace the form itself shows what came of it; the page around it stays as it is.
 */
export function memberAction<Schema extends z.ZodType, More = never>(
  schema: Schema,
  body: (input: z.output<Schema>, present: Present) => Promise<ActionAnswer<More>>,
  least: Role = "member",
  { isShownInPlace = false }: { isShownInPlace?: boolean } = {},
): (before: FormState<More>, form: FormData) => Promise<FormState<More>> {
  return async (_before, form) => {
    const present = (await isSentByScript()) ? await presentMember() : await requireMember();
    if (!present) return { errors: {}, values: {}, isSignedOut: true };
    if (!mayBeOurs(form)) return notOurs;
    const isAllowed = mayActAs(present.member.role, least);
    const refused = isAllowed ? openedByAnother(form, present.member.id) : undefined;
    if (refused) return refused;
    return answerForm<Schema, More>(schema, form, async (input) => {
      if (!isAllowed) {
        throw new RuleError(`Only ${least === "admin" ? "an admin" : "a member or an admin"} may do this.`);
      }
      if (isShownInPlace) return body(input, present);
      const answer = await showingWhatStands(() => body(input, present));
      revalidatePath("/", "layout");
      return answer;
    });
  };
}
