import { ErrorMessage } from "@/components/error-message";

/** A link that is unknown, over or revoked: nobody can tell which. */
export default function ShareNotFound() {
  return (
    <main>
      <ErrorMessage title="This link leads nowhere" actions={null}>
        It may be mistyped, over, or taken back. Ask whoever shared it with you.
      </ErrorMessage>
    </main>
  );
}
