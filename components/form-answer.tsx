import { Fragment } from "react";
import type { FormState } from "@/lib/actions/form-state";
import { answerKey } from "./answer-key";
import { Notice } from "./notice";
import { TextLink } from "./text-link";

/** What an action answers to its form as a whole: why it was refused, or that it is done. */
export function FormAnswer({ state }: { state: Pick<FormState, "message" | "onward" | "done"> }) {
  const { message, onward, done } = state;
  return (
    <Fragment key={answerKey(state)}>
      {message ? (
        <Notice isAnswer kind="error">
          {message}
          {onward ? (
            <>
              {" "}
              <TextLink href={onward.href} className="font-medium text-accent underline">
                {onward.label}
              </TextLink>
            </>
          ) : null}
        </Notice>
      ) : null}
      {done ? (
        <Notice isAnswer kind="done">
          {done}
        </Notice>
      ) : null}
    </Fragment>
  );
}
