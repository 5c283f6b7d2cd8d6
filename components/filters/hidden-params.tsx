import type { AddressParams } from "@/lib/page-address";

type HiddenParamsProps = { params: AddressParams; without: readonly string[] };

/** What a GET form carries along of the address, besides its own fields. */
export function HiddenParams({ params, without }: HiddenParamsProps) {
  return Object.entries(params).map(([name, value]) =>
    value && !without.includes(name) ? <input key={name} type="hidden" name={name} value={value} /> : null,
  );
}
