import { ButtonLink } from "./button-link";
import { ErrorMessage } from "./error-message";

/** Says that an address leads nowhere. */
export function NothingAtAddress({ heading }: { heading?: "h1" | "h2" }) {
  return (
    <ErrorMessage
      title="There is nothing at this address"
      heading={heading}
      actions={
        <ButtonLink href="/" variant="primary">
          To the overview
        </ButtonLink>
      }
    >
      The link may be mistyped, or what it led to is gone.
    </ErrorMessage>
  );
}
