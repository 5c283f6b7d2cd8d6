/**
 * The form in which names are compared: trimmed, without regard to case, in one Unicode form.
 * Example: " ACME Tyres" and "Acme tyres" are the same customer. The first spelling stays the shown one.
 */
export function nameKey(name: string): string {
  return name.trim().normalize("NFC").toLowerCase();
}
