import { createHash, createHmac, randomBytes } from "node:crypto";

/** A new secret of 32 random bytes, in letters that cookies, headers and addresses take as they are. */
export function newSecretToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a secret token: its SHA-256. The token has 256 random bits, so no salt is needed. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A stored stand-in for something guessable (an e-mail, an address): nobody without the key can test guesses. */
export function keyedHash(secret: string, text: string): string {
  return createHmac("sha256", secret).update(text).digest("hex");
}
