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

const noAnswer = "No answer came back:";
const thenLook =
  "it may have been done all the same. Look before you press again; what you typed is still here.";
const thenLoad =
  "it may have been done all the same. Load the page again and look before you press it again.";

/** What a form that was filled in says when no answer came back: whether its action was reached nobody knows. */
export const answerLost = `${noAnswer} ${thenLook}`;

/** The same of a form that is nothing but its button. */
export const pressLost = `${noAnswer} ${thenLoad}`;

/** What a form says when its action failed on the server, as while the database is away: how much of it was done nobody knows. */
function failedOnServer(id: unknown, isFilledIn: boolean): string {
  const then = isFilledIn ? thenLook : thenLoad;
  return `Something went wrong here, not with what you did: ${then} If it stays, tell whoever looks after Pipelog the id ${id}.`;
}

/** What a form without an answer says. Only what was sent without a connection has surely reached nothing. */
function saidOfNoAnswer(wasOnline: boolean, isFilledIn: boolean): string {
  if (isFilledIn) return wasOnline ? answerLost : connectionFailed;
  return wasOnline ? pressLost : pressFailed;
}

const wasUpdated =
  "Pipelog was updated while this page was open. Copy what you want to keep, then load the page again.";

/** Why there is no answer. What leads elsewhere is thrown on. */
function whyUnanswered(error: unknown, wasOnline: boolean, isFilledIn: boolean): string {
  unstable_rethrow(error);
  if (unstable_isUnrecognizedActionError(error)) return wasUpdated;
  if (error instanceof Error && "digest" in error) return failedOnServer(error.digest, isFilledIn);
  return saidOfNoAnswer(wasOnline, isFilledIn);
}

/** A form without an answer of its action: it says why, keeps what was typed and what it showed beside. */
function unanswered<More>(before: FormState<More>, form: FormData, message: ReactNode): FormState<More> {
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
      return unanswered(before, form, whyUnanswered(error, wasOnline, isFilledIn()));
    }
  };
}
