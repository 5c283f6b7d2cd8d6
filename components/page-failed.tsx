"use client";

import { Button } from "./button";
import { ErrorMessage } from "./error-message";

type PageFailedProps = {
  error: Error & { digest?: string };
  /** Fetches and shows the page again. */
  retry: () => void;
};

/** A page that failed, with the id under which the log has it when that was on the server. */
export function PageFailed({ error, retry }: PageFailedProps) {
  return (
    <ErrorMessage
      title="This page could not be shown"
      id={error.digest}
      actions={
        <Button type="button" variant="primary" onClick={retry}>
          Try again
        </Button>
      }
    >
      Something went wrong here, not with what you did. Try again; if it stays, tell whoever looks after
      Pipelog{error.digest ? " the id below" : ""}.
    </ErrorMessage>
  );
}
