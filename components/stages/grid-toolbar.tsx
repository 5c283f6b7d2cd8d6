import { ArrowDownUp, Download, Search } from "lucide-react";
import { buttonClass } from "@/components/button-class";
import { type Choice, ChoiceBar } from "@/components/choice-bar";
import { ChoiceLink } from "@/components/filters/choice-link";
import { FilterPopover } from "@/components/filters/filter-popover";
import { HiddenParams } from "@/components/filters/hidden-params";
import { Form } from "@/components/form";
import { GoButton } from "@/components/go-button";
import { SearchField } from "@/components/search-field";
import { type AddressParams, pageAddress } from "@/lib/page-address";
import type { SortLink } from "./grid-heading";

type GridToolbarProps = {
  /** The grid or the board. */
  views: readonly Choice[];
  params: AddressParams;
  search: string;
  /** Empty: the rows have one order. */
  sorts: readonly SortLink[];
  /** How many rows there are, in words. */
  found: string;
};

/** Search, order (where there are no headings to press) and the export of what is filtered. */
export function GridToolbar({ views, params, search, sorts, found }: GridToolbarProps) {
  const on = sorts.find(({ direction }) => direction !== null);
  const exportAddress = (separator: string | null) =>
    pageAddress("/stages/export", { ...params, cursor: null, separator });
  return (
    <section
      aria-label="Search, order and export"
      className="relative flex flex-wrap items-center gap-2 print:hidden"
    >
      <Form
        action="/stages"
        role="search"
        className="flex min-w-0 flex-1 basis-full gap-2 sm:max-w-md sm:basis-72"
      >
        <HiddenParams params={params} without={["search", "cursor"]} />
        <div className="relative min-w-0 flex-1">
          <Search
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
          />
          <SearchField
            search={search}
            name="search"
            aria-label="Search customers, people, deals and notes"
            placeholder="Customer, deal, note"
            className="touch-target input-text min-h-9 w-full rounded-control border border-border-strong bg-surface pr-2 pl-8 placeholder:text-muted"
          />
        </div>
        <GoButton>Search</GoButton>
      </Form>
      <p role="status" className="px-1 text-muted">
        {found}
      </p>
      {sorts.length > 0 ? (
        <div className="max-sm:ml-auto wide:hidden">
          <FilterPopover icon={ArrowDownUp} label="Order" value={on?.label ?? "Stage"} isSet={false}>
            <ul>
              {sorts.map(({ label, href, direction }) =>
                href ? (
                  <li key={label}>
                    <ChoiceLink href={href} isOn={direction !== null}>
                      {label}
                      {direction ? `, ${direction}` : ""}
                    </ChoiceLink>
                  </li>
                ) : null,
              )}
            </ul>
          </FilterPopover>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-2 sm:ml-auto">
        <ChoiceBar label="View" choices={views} />
        <details data-popover name="filter" className="group sm:relative">
          <summary className={buttonClass("quiet")}>
            <Download aria-hidden="true" className="size-4" />
            Export
          </summary>
          <div className="absolute inset-x-0 top-full z-20 mt-1.5 rounded-box border border-border bg-surface p-2 shadow-raised sm:inset-x-auto sm:right-0 sm:w-72">
            <p className="px-2 pt-1 pb-2 text-label text-muted">
              All rows of this filter and search, in this order, on all pages.
            </p>
            <a
              href={exportAddress(null)}
              download
              className="touch-target flex min-h-9 items-center rounded-control px-2 font-medium hover:bg-surface-hover"
            >
              CSV
            </a>
            <a
              href={exportAddress("semicolon")}
              download
              className="touch-target flex min-h-9 items-center rounded-control px-2 font-medium hover:bg-surface-hover"
            >
              CSV with semicolons and decimal commas
            </a>
          </div>
        </details>
      </div>
    </section>
  );
}
