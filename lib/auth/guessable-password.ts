import { RuleError } from "@/lib/rule-error";
import { commonPasswords } from "./common-passwords";

/** Said of a password that is tried before any other. */
export const triedFirst =
  "This is one of the first passwords anybody tries. Choose another, such as four words that have nothing to do with each other.";

const ownName =
  "Choose a password that is not your name, your e-mail or your team's name, such as four words that have nothing to do with each other.";

const fewestDifferent = 3;
const alphabets = ["0123456789", "abcdefghijklmnopqrstuvwxyz"];

/** Whether each character is the next one after that before it, up or down: "1234567890", "zyxwvutsrq". */
function isRun(text: string): boolean {
  const alphabet = alphabets.find((one) => one.includes(text.charAt(0)));
  if (!alphabet) return false;
  const round = alphabet + alphabet;
  const [up, down] = [round, [...round].reverse().join("")];
  const goesOn = (letters: string) =>
    [...text].every((letter, at) => at === 0 || letters.includes(text.charAt(at - 1) + letter));
  return goesOn(up) || goesOn(down);
}

/**
 * Whether a password is guessed by whoever knows nothing of the person: fewer than three different characters, a run, or
 * a common one, however its letters are written. Example: "1234567890", ten spaces, "Password123".
 */
export function isTriedFirst(password: string): boolean {
  const text = password.toLowerCase();
  return new Set(text).size < fewestDifferent || isRun(text) || commonPasswords.has(text.trim());
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}@]/gu, "");

/**
 * Refuses a password that says no more than whose it is, at most with a year or a few digits after it.
 *
 * Example: of Thandi Zulu, thandi@highveld.example, neither "Thandi@Highveld.example" nor "thandi zulu 2026"; "zulu rides
 * far at noon" may be.
 *
 * @param known the person's e-mail and name, the team's name, as far as they are known.
 * @param field where the form says it.
 * @throws RuleError it is one of these.
 */
export function refuseOwnName(
  password: string,
  known: readonly (string | null | undefined)[],
  field = "password",
): void {
  const said = lettersOf(password);
  const names = known.flatMap((one) => [one ?? "", one?.split("@")[0] ?? ""]).map(lettersOf);
  const isOwn = names.some(
    (name) => name !== "" && said.startsWith(name) && /^\d{0,4}$/.test(said.slice(name.length)),
  );
  if (isOwn) throw new RuleError(ownName, { field });
}
