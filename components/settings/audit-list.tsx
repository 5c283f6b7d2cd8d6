import type { AuditChange } from "@/lib/audit/audit-words";

/** An entry of the audit log, its texts finished. */
type AuditEntryView = { id: number; when: string; sentence: string; changes: readonly AuditChange[] };

const shownAtOnce = 3;

function Changes({ changes }: { changes: readonly AuditChange[] }) {
  return (
    <dl className="text-label text-muted">
      {changes.map(({ what, before, after }) => (
        <div key={what} className="flex flex-wrap gap-x-1.5">
          <dt className="first-letter:uppercase">{what}:</dt>
          <dd className="min-w-0">
            {before === null ? null : <span>{before}</span>}
            {before !== null && after !== null ? " → " : null}
            {after === null ? (
              <span> (no more)</span>
            ) : (
              <span className="font-medium text-text">{after}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Entries of the audit log, the latest first: a sentence each, and what it changed. */
export function AuditList({ entries }: { entries: readonly AuditEntryView[] }) {
  return (
    <ol className="flex flex-col rounded-box border border-border bg-surface shadow-box">
      {entries.map(({ id, when, sentence, changes }) => (
        <li
          key={id}
          className="flex flex-col gap-1 border-border border-b px-4 py-2.5 last:border-b-0 sm:flex-row sm:gap-4"
        >
          <p className="figures shrink-0 text-label text-muted sm:w-40 sm:pt-0.5">{when}</p>
          <div className="min-w-0 flex-1">
            <p>{sentence}</p>
            <Changes changes={changes.slice(0, shownAtOnce)} />
            {changes.length > shownAtOnce ? (
              <details>
                <summary className="touch-around text-label text-muted hover:text-text">
                  {changes.length - shownAtOnce} more
                </summary>
                <Changes changes={changes.slice(shownAtOnce)} />
              </details>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
