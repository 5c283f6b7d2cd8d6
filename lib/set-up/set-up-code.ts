import { randomInt } from "node:crypto";
import { hashOfToken } from "@/lib/auth/secret-token";

const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A new set-up code of 80 random bits, in groups that are read out easily: `7KQM-02XD-9ZTA-W4RE`. */
export function newSetUpCode(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}

/** The stored hash of a set-up code as somebody typed it: in any case, with or without dashes, O for 0, I or L for 1. */
export function hashOfSetUpCode(typed: string): string {
  const code = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return hashOfToken(code);
}
