/**
 * The longest that is kept: texts in characters as a browser's `maxlength` counts them, a conversation in minutes.
 * Every way in keeps to the same, so that what an import brought can be changed by hand and what was typed can be
 * imported. Example: a topic of 200 characters is taken by the settings, the log and an import alike, one of 201 by
 * none of them.
 */
export const longest = {
  /** Of a customer, a contact and each of its facts, a deal, a channel, a topic, a member. */
  name: 200,
  stageName: 100,
  stageGuide: 2000,
  teamName: 120,
  tokenName: 80,
  shareTitle: 120,
  snoozeReason: 200,
  note: 20_000,
  /** By which an import knows a conversation again. */
  reference: 200,
  /** A week: a fair, or a journey together. */
  minutes: 7 * 24 * 60,
} as const;
