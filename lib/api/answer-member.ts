import { currentMember } from "@/lib/auth/current-member";
import type { SignedIn } from "@/lib/auth/session";
import { problem } from "./problem";

/** An answer of the app to its own pages: for whoever is signed in, kept by nobody. */
export async function answerMember(answer: (present: SignedIn) => Promise<unknown>): Promise<Response> {
  const present = await currentMember();
  if (!present) return problem(401, "Unauthorized", "Sign in again.");
  return Response.json(await answer(present), { headers: { "cache-control": "no-store" } });
}
