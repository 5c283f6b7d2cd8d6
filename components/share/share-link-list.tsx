import { ButtonLink } from "@/components/button-link";

/** A link as the settings list it, texts finished. */
type ShareLinkRow = {
  id: number;
  title: string;
  what: string;
  made: string;
  /** Until when it is good. */
  until: string;
  isOver: boolean;
  views: string;
};

/** The links that are shared. */
export function ShareLinkList({ rows }: { rows: readonly ShareLinkRow[] }) {
  return (
    <ul
      aria-label="Shared links"
      className="flex flex-col rounded-box border border-border bg-surface shadow-box"
    >
      {rows.map(({ id, title, what, made, until, isOver, views }) => (
        <li
          key={id}
          className="flex flex-wrap items-center gap-x-4 gap-y-1 border-border border-b px-4 py-3 last:border-b-0"
        >
          <div className="min-w-0 flex-1 basis-56">
            <p className="font-medium">{title}</p>
            <p className="text-muted">{what}</p>
            <p className="figures text-label text-muted">
              {made}; <span className={isOver ? "text-lost" : ""}>{until}</span>; {views}
            </p>
          </div>
          <ButtonLink href={`/settings/shared-links/${id}`} variant="quiet" className="max-sm:-ml-3">
            Change or revoke<span className="sr-only"> {title}</span>
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
