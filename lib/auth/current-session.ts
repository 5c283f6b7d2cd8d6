import { cookies } from "next/headers";
import { hashOfToken } from "./secret-token";
import { sessionCookie } from "./session-cookie";

/** What is stored of the session of the browser that asks; undefined when it brings none. */
export async function currentSessionHash(): Promise<string | undefined> {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  return token === undefined ? undefined : hashOfToken(token);
}
