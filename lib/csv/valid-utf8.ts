import { CsvProblem } from "./csv-problem";

const newline = 10;

function countLines(chunk: Uint8Array): number {
  let lines = 0;
  for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, at + 1)) lines++;
  return lines;
}

function firstInvalid(chunk: Uint8Array): Uint8Array {
  const valid = (length: number) => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(chunk.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let [good, bad] = [0, chunk.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (valid(middle)) good = middle;
    else bad = middle;
  }
  return chunk.subarray(0, good);
}

/** Passes the chunks of a file on unchanged; throws a {@link CsvProblem} at the first bytes that are not UTF-8. */
export async function* validUtf8(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  for await (const part of source) {
    const chunk = typeof part === "string" ? Buffer.from(part) : part;
    try {
      decoder.decode(chunk, { stream: true });
    } catch {
      const at = line + countLines(firstInvalid(chunk));
      throw new CsvProblem(at, "These bytes are not UTF-8 text. Save the file as CSV in UTF-8.");
    }
    line += countLines(chunk);
    yield chunk;
  }
  try {
    decoder.decode();
  } catch {
    throw new CsvProblem(line, "The file ends in the middle of a character. Save it as CSV in UTF-8.");
  }
}
