import { cleanName } from "./clean-name";

/**
 * The form in which names are compared: as they are stored, without regard to case, in one Unicode form.
 * Example: " ACME Tyres" and "Acme tyres" are the same customer. The first spelling stays the shown one.
 */
export function nameKey(name: string): string {
  // Once more at the end: J̌ is two signs, and its small ǰ may be one.
  return cleanName(name).normalize("NFC").toLowerCase().normalize("NFC");
}
