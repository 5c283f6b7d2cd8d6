import type { FormState } from "@/lib/actions/form-state";
import { Notice } from "./notice";

/** What an action answers to its form as a whole: why it was refused, or that it is done. */
export function FormAnswer({ state: { message, done } }: { state: Pick<FormState, "message" | "done"> }) {
  return (
    <>
      {message ? (
        <Notice isAnswer kind="error">
          {message}
        </Notice>
      ) : null}
      {done ? (
        <Notice isAnswer kind="done">
          {done}
        </Notice>
      ) : null}
    </>
  );
}
