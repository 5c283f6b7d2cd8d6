// node scripts/serve.mjs: serves the built app on an environment that is complete and a database that is
// up to date. For the browser tests; npm start does the rest too.

import { main, onStop } from "./lifecycle.mjs";
import { takePort, wantedPort } from "./serve-app.mjs";

await main(async () => {
  const door = await takePort(process.env.HOST?.trim() || "127.0.0.1", wantedPort());
  onStop(door.close);
  Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  await door.open();
  process.stdout.write(`${door.address}\n`);
  return undefined;
});
