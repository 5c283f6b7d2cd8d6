import { quietAfterDaysDefault } from "@/lib/pipeline/follow-up";

/** What a quiet deal is, in plain words. */
export const quietDefinition = `Open deals whose customer nobody has spoken with for more than ${quietAfterDaysDefault} days (or what its stage says) and with whom no follow-up is due today or later.`;
