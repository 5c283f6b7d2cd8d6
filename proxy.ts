import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "@/lib/auth/content-security-policy";
import { fixedHeaders } from "@/lib/auth/fixed-headers";
import { methodHeader, pathHeader } from "@/lib/auth/request-headers";
import { environment } from "@/lib/env";

const oneYear = 31_536_000;

function isSecure(request: NextRequest): boolean {
  const { authUrl } = environment();
  return authUrl ? authUrl.startsWith("https:") : request.headers.get("x-forwarded-proto") === "https";
}

/** Headers only: the gate is in every page, action and route. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const secure = isSecure(request);
  const policy = contentSecurityPolicy(nonce, {
    secure,
    development: process.env.NODE_ENV === "development",
  });
  const asked = new URL(request.nextUrl);
  asked.searchParams.delete("_rsc");

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set(methodHeader, request.method);
  headers.set(pathHeader, `${asked.pathname}${asked.search}`);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of Object.entries(fixedHeaders)) response.headers.set(name, value);
  if (asked.pathname.startsWith("/share/")) {
    response.headers.set("x-robots-tag", "noindex, nofollow");
    response.headers.set("cache-control", "no-store");
  }
  if (secure) response.headers.set("strict-transport-security", `max-age=${oneYear}`);
  return response;
}

export const config = {
  matcher: ["/((?!_next/static/|_next/image|sw\\.js$|[^/]+\\.(?:ico|png|svg|webmanifest|txt|xml)$).*)"],
};
