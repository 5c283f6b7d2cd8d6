import { UserRound } from "lucide-react";
import type { Salesperson } from "@/db/queries/members";
import { pageAddress } from "@/lib/page-address";
import { ChoiceLink } from "./choice-link";
import { FilterPopover } from "./filter-popover";
import type { ViewAddress } from "./view-address";

type SalespersonFilterProps = {
  address: ViewAddress;
  salespeople: readonly Salesperson[];
  salesperson: { id: number; name: string } | null;
  /** What the filter means on this page. */
  meaning: string;
};

/** Whose: everyone, or one salesperson. */
export function SalespersonFilter({ address, salespeople, salesperson, meaning }: SalespersonFilterProps) {
  const { path, params } = address;
  const hrefFor = (id: number | null) =>
    pageAddress(path, { ...params, salesperson: id === null ? null : String(id), cursor: null });
  return (
    <FilterPopover
      icon={UserRound}
      label="Salesperson"
      value={salesperson?.name ?? "Everyone"}
      isSet={salesperson !== null}
      isAtEnd
    >
      <p className="px-2 pt-1 pb-2 text-label text-muted">{meaning}</p>
      <ul>
        <li>
          <ChoiceLink href={hrefFor(null)} isOn={salesperson === null}>
            Everyone
          </ChoiceLink>
        </li>
        {salespeople.map(({ id, name }) => (
          <li key={id}>
            <ChoiceLink href={hrefFor(id)} isOn={id === salesperson?.id}>
              {name}
            </ChoiceLink>
          </li>
        ))}
      </ul>
    </FilterPopover>
  );
}
