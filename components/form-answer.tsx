import type { FormState } from "@/lib/actions/form-state";
import { Link } from "./link";
import { Notice } from "./notice";

/** What an action answers to its form as a whole: why it was refused, or that it is done. */
export function FormAnswer({
  state: { message, onward, done },
}: {
  state: Pick<FormState, "message" | "onward" | "done">;
}) {
  return (
    <>
      {message ? (
        <Notice isAnswer kind="error">
          {message}
          {onward ? (
            <>
              {" "}
              <Link href={onward.href} className="touch-around font-medium text-accent underline">
                {onward.label}
              </Link>
            </>
          ) : null}
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
