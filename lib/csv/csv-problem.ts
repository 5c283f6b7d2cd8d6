/** A file that cannot be read as CSV any further: where, and a sentence saying why. */
export class CsvProblem extends Error {
  override name = "CsvProblem";

  /** @param line the physical line, from 1, at which the trouble begins. */
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(`Line ${line}: ${reason}`);
  }
}
