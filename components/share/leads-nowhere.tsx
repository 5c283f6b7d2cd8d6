import { ErrorMessage } from "@/components/error-message";
import { sayNothingHere } from "@/lib/say-nothing-here";

/** In the place of what a link shares when it is unknown, over or revoked: nobody can tell which. Answered as 404. */
export function LeadsNowhere() {
  sayNothingHere();
  return (
    <main>
      <ErrorMessage title="This link leads nowhere" actions={null}>
        It may be mistyped, over, or taken back. Ask whoever shared it with you.
      </ErrorMessage>
    </main>
  );
}
