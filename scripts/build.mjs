// npm run build: installs the packages and builds the app, unless that was done for these sources.

import { buildApp } from "./build-app.mjs";
import { installPackages } from "./install-packages.mjs";
import { main } from "./lifecycle.mjs";

await main(
  async () => {
    await installPackages();
    await buildApp();
    process.stdout.write("The app is built.\n");
    return 0;
  },
  { usage: "npm run build" },
);
