import { guardForwardedHeaders } from "@/lib/auth/guard-forwarded-headers";
import { EnvironmentError, environment } from "@/lib/env";
import { guardPrintedErrors } from "@/lib/error-in-log";

/** Prepares the server before its first request; with an unusable environment it says why and ends. */
export function startUp(): void {
  guardPrintedErrors();
  try {
    const { trustedProxies, authUrl } = environment();
    guardForwardedHeaders(trustedProxies, authUrl);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
