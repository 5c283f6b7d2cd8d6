import pino from "pino";
import { errorInLog } from "./error-in-log";

/** The log of the running app: one line of JSON an event, on standard output; no personal data in messages. */
export const logger = pino({
  name: "pipelog",
  level: process.env.LOG_LEVEL ?? "info",
  serializers: { err: errorInLog },
});
