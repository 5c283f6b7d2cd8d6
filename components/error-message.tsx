import type { ReactNode } from "react";

type ErrorMessageProps = {
  title: string;
  /** What happened and what to do. */
  children: ReactNode;
  /** The id under which it was logged. */
  id?: string;
  actions: ReactNode;
  /** `h2` below a heading of the page, as the settings' frame has one. */
  heading?: "h1" | "h2";
};

/** Stands in the place of a page that could not be shown. */
export function ErrorMessage({ title, children, id, actions, heading: Heading = "h1" }: ErrorMessageProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-start gap-3 px-4 py-16">
      <Heading className="font-semibold text-title tracking-tight">{title}</Heading>
      <p className="text-muted">{children}</p>
      {id ? (
        <p className="text-label text-muted">
          Logged as <code>{id}</code>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">{actions}</div>
    </div>
  );
}
