"use client";

import { useEffect, useRef } from "react";
import { SelectField, type SelectOption } from "@/components/select-field";
import { findTimeZone } from "@/lib/set-up/find-time-zone";

type TimeZoneFieldProps = { zones: readonly SelectOption[]; chosen?: string; error?: string };

/** The team's time zone; with JavaScript the browser's own is chosen already. */
export function TimeZoneField({ zones, chosen, error }: TimeZoneFieldProps) {
  const select = useRef<HTMLSelectElement>(null);

  useEffect(() => {
    const field = select.current;
    if (field?.value !== "") return;
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const offered = [...field.options].map(({ value }) => value).filter(Boolean);
    field.value = findTimeZone(offered, own) ?? "";
  }, []);

  return (
    <SelectField
      ref={select}
      label="Time zone"
      name="timeZone"
      prompt="Choose a time zone"
      hint="It decides which day a conversation belongs to."
      options={zones}
      required
      defaultValue={chosen}
      error={error}
    />
  );
}
