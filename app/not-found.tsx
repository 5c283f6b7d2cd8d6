import type { Metadata } from "next";
import { ButtonLink } from "@/components/button-link";
import { ErrorMessage } from "@/components/error-message";

export const metadata: Metadata = { title: "Not found" };

/** An address that leads nowhere. */
export default function NotFound() {
  return (
    <main>
      <ErrorMessage
        title="There is nothing at this address"
        actions={
          <ButtonLink href="/" variant="primary">
            To the overview
          </ButtonLink>
        }
      >
        The link may be mistyped, or what it led to is gone.
      </ErrorMessage>
    </main>
  );
}
