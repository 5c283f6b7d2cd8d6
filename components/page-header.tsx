import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** One line under the title: what the page shows. */
  lead?: ReactNode;
  /** The page's own actions, at the end of the line. */
  actions?: ReactNode;
};

/** A page's heading (its only h1), with its actions. */
export function PageHeader({ title, lead, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-32">
        <h1 className="text-title font-semibold tracking-tight">{title}</h1>
        {lead ? <p className="mt-0.5 text-muted">{lead}</p> : null}
      </div>
      {actions ? (
        <div className="flex max-w-full flex-wrap items-center justify-end gap-2 print:hidden">{actions}</div>
      ) : null}
    </header>
  );
}
