import { CalendarRange } from "lucide-react";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { GoButton } from "@/components/go-button";
import { pageAddress } from "@/lib/page-address";
import { type PeriodPreset, periodPresets } from "@/lib/pipeline/period";
import { periodNames } from "@/lib/wording/period-names";
import { ChoiceLink } from "./choice-link";
import { FilterPopover } from "./filter-popover";
import { HiddenParams } from "./hidden-params";
import type { ViewAddress } from "./view-address";

type PeriodFilterProps = {
  address: ViewAddress;
  preset: PeriodPreset | null;
  from: string | null;
  to: string;
  today: string;
  /** The dates in words. */
  dates: string;
  /** What of the period counts on this page, where not all of it does. */
  meaning?: string;
};

/** The period: its presets as links, any other span by two dates. */
export function PeriodFilter({ address, preset, from, to, today, dates, meaning }: PeriodFilterProps) {
  const { path, params } = address;
  return (
    <FilterPopover
      icon={CalendarRange}
      label="Period"
      value={preset ? periodNames[preset] : dates}
      isSet={preset !== "all"}
    >
      {meaning ? <p className="px-2 pt-1 pb-2 text-label text-muted">{meaning}</p> : null}
      <ul className="grid grid-cols-2 gap-x-2">
        {periodPresets.map((name) => (
          <li key={name} className={name === "all" ? "order-first col-span-2" : ""}>
            <ChoiceLink
              href={pageAddress(path, {
                ...params,
                from: null,
                cursor: null,
                period: name === "all" ? null : name,
              })}
              isOn={name === preset}
            >
              {periodNames[name]}
            </ChoiceLink>
          </li>
        ))}
      </ul>
      <Form action={path} className="mt-2 flex flex-col gap-2 border-border border-t p-2 pt-3">
        <HiddenParams params={params} without={["period", "from", "to", "cursor"]} />
        <div className="grid grid-cols-[repeat(auto-fit,minmax(8.25rem,1fr))] gap-2">
          <Field
            key={`from${from}`}
            label="From"
            name="from"
            type="date"
            defaultValue={from ?? ""}
            max={today}
          />
          <Field
            key={`to${to}`}
            label="To"
            name="to"
            type="date"
            defaultValue={to}
            max={today}
            data-none={today}
          />
        </div>
        <GoButton takesFocus>Show this period</GoButton>
      </Form>
    </FilterPopover>
  );
}
