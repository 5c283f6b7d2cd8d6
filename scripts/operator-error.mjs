/** What the person at the command line can mend: shown as its sentence alone. */
export class OperatorError extends Error {
  name = "OperatorError";
}
