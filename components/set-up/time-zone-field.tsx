"use client";

import { useEffect, useRef } from "react";
import { SelectField, type SelectOption } from "@/components/select-field";

type TimeZoneFieldProps = { zones: readonly SelectOption[]; chosen?: string; error?: string };

/** The team's time zone; with JavaScript the browser's own is chosen already. */
export function TimeZoneField({ zones, chosen, error }: TimeZoneFieldProps) {
  const select = useRef<HTMLSelectElement>(null);

  useEffect(() => {
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const field = select.current;
    if (field?.value === "" && [...field.options].some(({ value }) => value === own)) field.value = own;
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
