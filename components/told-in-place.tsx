import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import { type FormState, formFields, shownValues, untouchedForm } from "@/lib/actions/form-state";
import { SignedOut } from "./signed-out";

/** The action of a form, as `useActionState` calls it. */
export type FormAction<More = never> = (before: FormState<More>, form: FormData) => Promise<FormState<More>>;

/** What a form that was filled in says when its action could not be reached. */
export const connectionFailed =
  "This did not go through: the connection failed. Nothing you typed is lost; try again in a moment.";

/** The same of a form that is nothing but its button. */
export const pressFailed = "This did not go through: the connection failed. Press it again in a moment.";

/** What a form that was filled in says when no answer came back: whether its action was reached nobody knows. */
export const answerLost =
  "No answer came back: it may have been done all the same. Look before you press again; what you typed is still here.";

/** The same of a form that is nothing but its button. */
export const pressLost =
  "No answer came back: it may have been done all the same. Load the page again and look before you press it again.";

/** What a form without an answer says. Only what was sent without a connection has surely reached nothing. */
function saidOfNoAnswer(wasOnline: boolean, isFilledIn: boolean): string {
  if (isFilledIn) return wasOnline ? answerLost : connectionFailed;
  return wasOnline ? pressLost : pressFailed;
}

const wasUpdated =
  "Pipelog was updated while this page was open. Copy what you want to keep, then load the page again.";

/** Why there is no answer. What leads elsewhere, and what failed on the server and is in its log, is thrown on. */
function whyUnanswered(error: unknown, failed: string): string {
  unstable_rethrow(error);
  if (unstable_isUnrecognizedActionError(error)) return wasUpdated;
  if (error instanceof Error && "digest" in error) throw error;
  return failed;
}

/** A form without an answer of its action: it says why, keeps what was typed and what it showed beside. */
export function unanswered<More>(
  before: FormState<More>,
  form: FormData,
  message: ReactNode,
): FormState<More> {
  return { errors: {}, message, values: shownValues(formFields(form)), more: before.more, keepsFields: true };
}

/**
 * The action as a script sends it: where no answer comes, the form itself says why, and its page stays.
 *
 * @param isFilledIn whether it is more than its button, asked when no answer came
 */
export function toldInPlace<More>(action: FormAction<More>, isFilledIn = () => true): FormAction<More> {
  return async (before, form) => {
    const wasOnline = navigator.onLine;
    try {
      // What a form shows, a link also, need not be sent along.
      const answer = await action(untouchedForm, form);
      return answer.isSignedOut ? unanswered(before, form, <SignedOut />) : answer;
    } catch (error) {
      const said = saidOfNoAnswer(wasOnline, isFilledIn());
      return unanswered(before, form, whyUnanswered(error, said));
    }
  };
}
