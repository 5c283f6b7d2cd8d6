import type { FollowUpState } from "@/lib/pipeline/follow-up";

/** What each figure of the follow-ups counts, as it is labelled and explained on screen. */
export const followUpWords: Record<FollowUpState | "due" | "delay", { label: string; definition: string }> = {
  due: {
    label: "Due",
    definition:
      "Follow-ups whose day lies in the period. The day is the first that was promised: neither a snooze nor a later date moves it. What was taken back or deleted is not counted.",
  },
  "kept on time": {
    label: "Kept on time",
    definition:
      "Done on the day it was due or before: ticked, or a conversation that follows up on it was held, whichever came first. What was imported as done counts as done on the day it was due, as the file does not say when.",
  },
  "kept late": { label: "Kept late", definition: "Done after the day it was due, by the as-of day." },
  missed: { label: "Missed", definition: "Due before the as-of day and not done by then." },
  open: { label: "Open", definition: "Due on the as-of day itself and not done yet." },
  delay: {
    label: "Median delay",
    definition:
      "Days from due to done of those kept late: half were shorter, half longer. What was kept on time or missed is not in it.",
  },
};
