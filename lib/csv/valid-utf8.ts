import { CsvProblem } from "./csv-problem";

const [newline, carriageReturn] = [10, 13];

/** What is said of a file in another encoding. */
export const notUtf8 = "These bytes are not UTF-8 text. Save the file as CSV in UTF-8.";

/** The line ends in a chunk, CRLF being one. `before`: the byte before it. */
function countLines(chunk: Uint8Array, before: number | undefined): number {
  let lines = 0;
  for (let at = chunk.indexOf(carriageReturn); at !== -1; at = chunk.indexOf(carriageReturn, at + 1)) lines++;
  for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, at + 1))
    if ((at === 0 ? before : chunk[at - 1]) !== carriageReturn) lines++;
  return lines;
}

/** The bytes at the end that begin a character which goes on behind them: "é" cut in two leaves its first. */
function begunCharacter(bytes: Uint8Array): Uint8Array {
  for (const length of [1, 2, 3]) {
    const byte = bytes.at(-length) ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const whole = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return bytes.subarray(length < whole ? -length : bytes.length);
  }
  return bytes.subarray(bytes.length);
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
  let begun: Uint8Array = new Uint8Array();
  let before: number | undefined;
  for await (const part of source) {
    const chunk = typeof part === "string" ? Buffer.from(part) : part;
    try {
      decoder.decode(chunk, { stream: true });
    } catch {
      const at = line + countLines(firstInvalid(Buffer.concat([begun, chunk])), before);
      throw new CsvProblem(at, notUtf8);
    }
    line += countLines(chunk, before);
    begun = begunCharacter(Buffer.concat([begun, chunk.subarray(-3)]));
    before = chunk.at(-1) ?? before;
    yield chunk;
  }
  try {
    decoder.decode();
  } catch {
    throw new CsvProblem(line, "The file ends in the middle of a character. Save it as CSV in UTF-8.");
  }
}
