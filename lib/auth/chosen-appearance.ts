import { currentMember } from "./current-member";

/**
 * How whoever asks wants the app to look. Nobody signed in, or nobody to be asked because the database is
 * away: as their device says; the page itself says what is wrong.
 */
export async function chosenAppearance() {
  try {
    return (await currentMember())?.member.appearance ?? "system";
  } catch {
    return "system";
  }
}
