import { newSecretToken } from "./secret-token";
import { sessionCookie } from "./session-cookie";

/**
 * The cookie by which a browser is known again at its next sign-in. It lets nobody in: by it one only tells
 * whether a sign-in comes from somewhere new.
 */
export function browserCookie() {
  const { options } = sessionCookie();
  return {
    name: options.secure ? "__Host-pipelog-browser" : "pipelog-browser",
    options: { ...options, sameSite: "strict" },
  } as const;
}

type Jar = {
  get: (name: string) => { value: string } | undefined;
  set: (name: string, value: string, options: ReturnType<typeof browserCookie>["options"]) => unknown;
};

/** The key of the browser that asks, a new one where it has none; set anew, it lasts on. */
export function keepBrowserKey(jar: Jar): string {
  const { name, options } = browserCookie();
  const key = jar.get(name)?.value || newSecretToken();
  jar.set(name, key, options);
  return key;
}

/** The key a request brings along; undefined: none. */
export function browserKeyIn(headers: Headers): string | undefined {
  const { name } = browserCookie();
  const pairs = (headers.get("cookie") ?? "").split(/;\s*/).map((pair) => pair.split("=", 2));
  return pairs.find(([own]) => own === name)?.[1] || undefined;
}

/** What the browser of a request calls itself, as much of it as is kept. */
export function userAgentIn(headers: Headers): string | null {
  return headers.get("user-agent")?.slice(0, 400) ?? null;
}
