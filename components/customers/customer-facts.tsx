import { Definition } from "@/components/definition";
import type { CustomerPage } from "@/lib/customers/read-customer-page";
import { none, type TeamFormats } from "@/lib/format/team-formats";
import { daysBeforePipelineDefinition } from "@/lib/wording/grid-definitions";

type CustomerFactsProps = { page: CustomerPage; formats: TeamFormats };

/** A customer's facts: since when it is one, and how long it took to become a prospect. */
export function CustomerFacts({ page, formats }: CustomerFactsProps) {
  const { customer, daysBeforePipeline: days } = page;
  return (
    <dl className="relative flex flex-wrap gap-x-8 gap-y-2">
      <div>
        <dt className="font-medium text-muted leading-6">Account opened</dt>
        <dd className="figures font-semibold">{formats.date(customer.openedOn)}</dd>
      </div>
      <div>
        <dt>
          <Definition term="Days before pipeline" text={daysBeforePipelineDefinition} />
        </dt>
        <dd className="figures font-semibold">{days === null ? none : formats.count(days)}</dd>
      </div>
    </dl>
  );
}
