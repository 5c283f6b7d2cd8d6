import { PreviewForm } from "@/components/preview-form";
import { undoDealActAction } from "@/lib/actions/deals";
import type { DealPage } from "@/lib/deals/read-deal-page";
import { DealLinks } from "./deal-links";

type DealHistoryProps = Pick<DealPage, "acts" | "mayChange">;

/** What was done to the deal itself, before and after side by side, each with the way to take it back. */
export function DealHistory({ acts, mayChange }: DealHistoryProps) {
  return (
    <section aria-labelledby="deal-history" className="flex flex-col gap-2">
      <h2 id="deal-history" className="font-semibold">
        History
      </h2>
      {acts.length === 0 ? (
        <p className="text-muted">
          Nobody has renamed, reassigned, split or joined it. What changed in a conversation stands in that
          conversation’s history.
        </p>
      ) : null}
      {acts.map(({ id, verb, by, at, others, changes }) => (
        <article key={id} className="flex flex-col gap-2 rounded-box border border-border bg-surface p-4">
          <p>
            <span className="font-medium">{verb}</span> by {by}, <span className="figures">{at}</span>
          </p>
          {others.length > 0 ? (
            <p>
              With <DealLinks deals={others} />
            </p>
          ) : null}
          <dl className="grid grid-cols-[auto_1fr_1fr] gap-x-4 gap-y-1">
            {changes.map(({ fact, before, after }) => (
              <div key={fact} className="contents">
                <dt className="font-medium">{fact}</dt>
                <dd className="whitespace-pre-line text-muted">
                  <span className="sr-only">Before: </span>
                  {before || "–"}
                </dd>
                <dd className="whitespace-pre-line">
                  <span className="sr-only">After: </span>
                  {after || "–"}
                </dd>
              </div>
            ))}
          </dl>
          {mayChange ? (
            <PreviewForm
              title="Undo"
              action={undoDealActAction}
              hidden={{ actId: id }}
              confirm="Take it back"
            />
          ) : null}
        </article>
      ))}
    </section>
  );
}
