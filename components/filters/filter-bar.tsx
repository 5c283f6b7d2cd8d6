import { Notice } from "@/components/notice";
import type { PageFilter } from "@/lib/figures/page-filter";
import type { TeamFormats } from "@/lib/format/team-formats";
import { AsOfFilter } from "./as-of-filter";
import { type FilterFact, FilterFacts } from "./filter-facts";
import { filtersInWords } from "./filters-in-words";
import { PeriodFilter } from "./period-filter";
import { periodInWords } from "./period-in-words";
import { SalespersonFilter } from "./salesperson-filter";
import type { ViewAddress } from "./view-address";

type FilterBarProps = {
  address: ViewAddress;
  filter: PageFilter;
  formats: TeamFormats;
  /** What the salesperson filter keeps on this page. */
  salespersonMeaning: string;
  /** What of the period counts on this page, where not all of it does. */
  periodMeaning?: string;
  /** By what else the page is filtered, for paper. */
  also?: readonly FilterFact[];
};

/** Period, as-of day and salesperson of a view, and what of the address could not be used. On paper they are words. */
export function FilterBar(props: FilterBarProps) {
  const { address, filter, formats, salespersonMeaning, periodMeaning, also = [] } = props;
  const { from, to } = filter.filter;
  return (
    <>
      <section aria-label="Filters" className="relative flex flex-wrap items-center gap-2 print:hidden">
        <PeriodFilter
          address={address}
          preset={filter.preset}
          from={from}
          to={to}
          today={filter.today}
          dates={periodInWords(filter.filter, formats)}
          meaning={periodMeaning}
        />
        <AsOfFilter address={address} to={to} today={filter.today} day={formats.date(to)} />
        <SalespersonFilter
          address={address}
          salespeople={filter.salespeople}
          salesperson={filter.salesperson}
          meaning={salespersonMeaning}
        />
      </section>
      <FilterFacts
        facts={[
          ...filtersInWords({ ...filter, salesperson: filter.salesperson?.name ?? null }, formats),
          ...also,
        ]}
        className="hidden print:flex"
      />
      {filter.notices.length > 0 ? (
        <Notice>
          {filter.notices.map((notice) => (
            <p key={notice}>{notice}</p>
          ))}
        </Notice>
      ) : null}
    </>
  );
}
