import { environment } from "@/lib/env";
import { keyedHash } from "./secret-token";

/** What the cookie of linking holds: it is good together with the session it was made in, and with no other. */
export function linkProof(sessionHash: string): string {
  return keyedHash(environment().authSecret, `link: ${sessionHash}`);
}
