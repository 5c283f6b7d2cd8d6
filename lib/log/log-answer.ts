import type { Conversation } from "@/db/queries/conversations";
import type { CustomerContext } from "./customer-context";
import type { CustomerChoice } from "./customer-said";
import type { LogErrors, LogValues } from "./log-values";

/** What the form shows beside what was typed when something is still to be said; `loggedId`: what it logged before. */
export type LogMore = { choices?: CustomerChoice[]; context?: CustomerContext; loggedId?: number };

/** What is still to be said. `values`: what the form is to hold instead; `deviceId`: the one to send the next time. */
export type StillToSay = {
  logged?: undefined;
  errors: LogErrors;
  message?: string;
  more: LogMore;
  values?: Partial<LogValues>;
  deviceId?: string;
};

/** The conversation that was logged, or what is still to be said. */
export type LogAnswer = { logged: Conversation } | StillToSay;
