import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { mayActAs } from "@/lib/auth/may-act-as";
import { type Present, requireMember } from "@/lib/auth/require-member";
import type { Role } from "@/lib/pipeline/role";
import { RuleError } from "@/lib/rule-error";
import type { FormState } from "./form-state";
import { type ActionAnswer, publicAction } from "./public-action";

/**
 * The action of a form for those signed in: a stranger is sent to the sign-in, a role that may not is told
 * so, the fields are checked, and afterwards every page shows what is true now.
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
  return async (before, form) => {
    const present = await requireMember();
    const checked = publicAction<Schema, More>(schema, async (input) => {
      if (!mayActAs(present.member.role, least)) {
        throw new RuleError(`Only ${least === "admin" ? "an admin" : "a member or an admin"} may do this.`);
      }
      const answer = await body(input, present);
      if (!isShownInPlace) revalidatePath("/", "layout");
      return answer;
    });
    return checked(before, form);
  };
}
