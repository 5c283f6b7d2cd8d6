import type { NextConfig } from "next";

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // npm test checks them; the build of a start need not.
  typescript: { ignoreBuildErrors: true },
  // Titles and previews stand in the head for everybody: some chat apps and readers look nowhere else.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ["@node-rs/argon2", "postgres", "pino"],
};

export default config;
