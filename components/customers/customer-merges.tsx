import { TextLink } from "@/components/text-link";
import { Card } from "@/components/tremor/card";
import type { CustomerMerge } from "@/db/queries/customer-merges";
import { customerAddress } from "@/lib/customers/customer-address";
import type { TeamFormats } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";
import { localDateOf } from "@/lib/pipeline/local-date";

type CustomerMergesProps = {
  customerId: number;
  merges: readonly CustomerMerge[];
  formats: TeamFormats;
  timeZone: string;
  /** The way to each merge and its undo: for admins. */
  mayUndo: boolean;
};

/** The customers that are part of this one by a merge. */
export function CustomerMerges({ customerId, merges, formats, timeZone, mayUndo }: CustomerMergesProps) {
  if (merges.length === 0) return null;
  return (
    <Card className="flex flex-col p-0">
      <h2 className="px-4 py-3 font-semibold">Merged into this customer</h2>
      <ul>
        {merges.map(({ id, from, mergedBy, mergedAt }) => (
          <li key={id} className="flex items-center justify-between gap-3 border-border border-t px-4 py-2.5">
            <div className="min-w-0">
              <p className="font-medium">{from}</p>
              <p className="figures text-label text-muted">
                {formats.date(localDateOf(mergedAt, timeZone))}, {mergedBy}
              </p>
            </div>
            {mayUndo ? (
              <TextLink
                href={pageAddress(`${customerAddress(customerId)}/merges/${id}`)}
                className="shrink-0 font-medium text-accent"
              >
                Undo<span className="sr-only"> the merge of {from}</span>
              </TextLink>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
