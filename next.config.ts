import type { NextConfig } from "next";
import { fixedHeaders } from "./lib/auth/fixed-headers";

// Of what the proxy leaves out: what stands in public/, and the page that says that something is not there.
const files = "/:file([^/]+\\.(?:ico|png|svg|webmanifest|txt|xml))";

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // npm test checks them; the build of a start need not.
  typescript: { ignoreBuildErrors: true },
  // Titles and previews stand in the head for everybody: some chat apps and readers look nowhere else.
  htmlLimitedBots: /.*/,
  headers: async () => [
    { source: files, headers: Object.entries(fixedHeaders).map(([key, value]) => ({ key, value })) },
  ],
  serverExternalPackages: ["@node-rs/argon2", "postgres", "pino"],
};

export default config;
