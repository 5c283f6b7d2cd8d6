import { CalendarClock } from "lucide-react";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { GoButton } from "@/components/go-button";
import { pageAddress } from "@/lib/page-address";
import { ChoiceLink } from "./choice-link";
import { FilterPopover } from "./filter-popover";
import { HiddenParams } from "./hidden-params";
import type { ViewAddress } from "./view-address";

type AsOfFilterProps = {
  address: ViewAddress;
  to: string;
  today: string;
  /** The as-of day in words. */
  day: string;
};

/** The as-of day: everything is shown at its end, as the log tells it now. It is the period's last day (`to`). */
export function AsOfFilter({ address, to, today, day }: AsOfFilterProps) {
  const { path, params } = address;
  const isToday = to === today;
  const chosen = params.to && params.to <= today ? params.to : today;
  return (
    <FilterPopover icon={CalendarClock} label="As of" value={isToday ? "Today" : day} isSet={!isToday}>
      <ChoiceLink
        href={pageAddress(path, { ...params, to: null, cursor: null })}
        isOn={!params.to && isToday}
      >
        Today
      </ChoiceLink>
      <Form action={path} className="mt-2 flex flex-col gap-2 border-border border-t p-2 pt-3">
        <HiddenParams params={params} without={["to", "cursor"]} />
        <Field
          key={chosen}
          label="Any earlier day"
          hint="The end of that day, late entries and corrections included. A named period is counted back from it."
          name="to"
          type="date"
          defaultValue={chosen}
          max={today}
          data-none={today}
        />
        <GoButton takesFocus>Show this day</GoButton>
      </Form>
    </FilterPopover>
  );
}
