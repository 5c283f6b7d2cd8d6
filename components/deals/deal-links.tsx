import { TextLink } from "@/components/text-link";
import type { DealPage } from "@/lib/deals/read-deal-page";

/** Other deals by how they are called, each a link: the deal “Fleet”, the deal of 01 May 2026. */
export function DealLinks({ deals }: { deals: DealPage["wentTo"] }) {
  return deals.map(({ id, called }, index) => (
    <span key={id}>
      {index > 0 ? ", " : ""}
      <TextLink href={`/deals/${id}`}>the deal {called}</TextLink>
    </span>
  ));
}
