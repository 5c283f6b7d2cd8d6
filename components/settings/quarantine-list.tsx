import { ButtonLink } from "@/components/button-link";
import { pageAddress } from "@/lib/page-address";

/** An entry of a removed member, its texts finished. */
type QuarantinedView = { id: number; customer: string; facts: string; note: string };

type QuarantineListProps = {
  entries: readonly QuarantinedView[];
  /** What one does with an entry: "Decide". Those who do not see where it stands hear `on` after it. */
  verb: string;
  on: string;
};

/** Entries of removed members, each with the way to all of it. */
export function QuarantineList({ entries, verb, on }: QuarantineListProps) {
  return (
    <ul className="rounded-box border border-border bg-surface shadow-box">
      {entries.map(({ id, customer, facts, note }) => (
        <li
          key={id}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 border-border border-b px-4 py-3 last:border-b-0"
        >
          <div className="min-w-0 flex-1 basis-56">
            <p className="font-medium">{customer || "No customer"}</p>
            <p className="figures text-label text-muted">{facts}</p>
            {note ? (
              <p dir="auto" className="line-clamp-2">
                {note}
              </p>
            ) : null}
          </div>
          <ButtonLink href={pageAddress(`/settings/quarantine/${id}`)}>
            {verb}
            <span className="sr-only">
              {" "}
              {on} {customer}
            </span>
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
