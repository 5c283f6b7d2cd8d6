import { Auth, createActionURL, raw, skipCSRFCheck } from "@auth/core";
import { CallbackRouteError, CredentialsSignin } from "@auth/core/errors";
import { cookies, headers } from "next/headers";
import { db } from "@/db/client";
import { deleteSession } from "@/db/queries/sessions";
import { tooManyAttempts } from "./attempt-limits";
import { authConfig } from "./auth-config";
import { browserCookie, keepBrowserKey } from "./browser-cookie";
import { hashOfToken } from "./secret-token";
import { sessionCookie } from "./session-cookie";
import { SignInBusy, WaitBeforeSignIn } from "./sign-in-refusals";

function reasonOf(error: CredentialsSignin): string {
  if (error instanceof WaitBeforeSignIn) return tooManyAttempts(error.seconds);
  if (error instanceof SignInBusy) return "Many people are signing in right now. Please try again.";
  return "This e-mail and password do not belong together. Check both and try again.";
}

async function credentialsRequest(email: string, password: string, key: string): Promise<Request> {
  const incoming = await headers();
  const protocol = incoming.get("x-forwarded-proto") ?? "http";
  const url = createActionURL("callback", protocol, incoming, process.env, authConfig());
  const passedOn = ["x-forwarded-for", "user-agent"].flatMap((name) => {
    const value = incoming.get(name);
    return value === null ? [] : [[name, value] as [string, string]];
  });
  return new Request(`${url}/credentials`, {
    method: "POST",
    headers: [...passedOn, ["cookie", `${browserCookie().name}=${key}`]],
    body: new URLSearchParams({ email, password }),
  });
}

async function answerTo(request: Request) {
  try {
    return await Auth(request, { ...authConfig(), raw, skipCSRFCheck });
  } catch (error) {
    if (error instanceof CredentialsSignin) return reasonOf(error);
    throw error instanceof CallbackRouteError ? (error.cause?.err ?? error) : error;
  }
}

/**
 * Signs this browser in, called from a server action: checks, starts a session and sets its cookie. The
 * session the browser had before ends.
 *
 * @returns undefined when it is signed in, else the reason in a sentence.
 * @throws whatever kept it from being checked at all, such as a database that is down.
 */
export async function signIn(email: string, password: string): Promise<string | undefined> {
  const jar = await cookies();
  const key = keepBrowserKey(jar);
  const answer = await answerTo(await credentialsRequest(email, password, key));
  if (typeof answer === "string") return answer;
  if (answer instanceof Response) throw new Error(`Signing in is not configured: ${await answer.text()}`);

  const { name } = sessionCookie();
  const issued = answer.cookies?.find((cookie) => cookie.name === name);
  if (!issued) throw new Error("Signing in issued no session.");
  const before = jar.get(name)?.value;
  if (before) await deleteSession(db, hashOfToken(before));
  jar.set(name, issued.value, sessionCookie().options);
  return undefined;
}
