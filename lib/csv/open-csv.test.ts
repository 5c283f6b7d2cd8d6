import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine } from "./csv-writer";
import { type CsvRow, openCsv } from "./open-csv";

function chunked(bytes: Buffer, size: number): Readable {
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
  return Readable.from(chunks);
}

async function readAll(content: string | Buffer, chunkSize = 7) {
  const { separator, heading, rows } = await openCsv(chunked(Buffer.from(content), chunkSize));
  const read: CsvRow[] = [];
  for await (const row of rows) read.push(row);
  return { separator, heading: heading?.cells, rows: read };
}

describe("openCsv", () => {
  it("reads with and without a BOM", async () => {
    for (const bom of ["", "\uFEFF"]) {
      const { heading, rows } = await readAll(`${bom}customer,date\nÉbène,2026-01-02\n`);
      expect(heading).toEqual(["customer", "date"]);
      expect(rows).toEqual([{ line: 2, cells: ["Ébène", "2026-01-02"] }]);
    }
  });

  it("finds the separator in the heading row, not in its quotes", async () => {
    expect((await readAll("a;b;c\n1,5;2;3\n")).rows[0]?.cells).toEqual(["1,5", "2", "3"]);
    expect((await readAll('"a;b;c",d\n1,2\n')).heading).toEqual(["a;b;c", "d"]);
    expect((await readAll("customer\nA;B\n")).separator).toBe(",");
    expect((await readAll("a;b")).heading).toEqual(["a", "b"]);
  });

  it("heeds Excel's first line that names the separator, and counts it as a line", async () => {
    for (const bom of ["", "\uFEFF"]) {
      const read = await readAll(`${bom}sep=;\r\ncustomer;date\r\nA,B;2026-01-02\r\n`);
      expect(read).toMatchObject({ separator: ";", heading: ["customer", "date"] });
      expect(read.rows).toEqual([{ line: 3, cells: ["A,B", "2026-01-02"] }]);
    }
    const { heading, rows } = await readAll("SEP=,\na;b;c,d\n1,2\n");
    expect([heading, rows]).toEqual([["a;b;c", "d"], [{ line: 3, cells: ["1", "2"] }]]);
    expect((await readAll("sep=;\n")).heading).toBeUndefined();
    expect((await readAll("sep=;name\n1;2\n")).heading).toEqual(["sep=", "name"]);
  });

  it("says of a spreadsheet file what to do with it", async () => {
    await expect(readAll(Buffer.from("PK\x03\x04\x14\xe9\x00", "latin1"))).rejects.toMatchObject({
      ...{ name: "CsvProblem", reason: "This is a spreadsheet file: save it as CSV in UTF-8." },
    });
  });

  it("numbers rows by the physical line on which they start: \\r\\n in quotes is one line", async () => {
    const { rows } = await readAll('a,b\r\n"one\r\ntwo\nthree",x\r\n\r\nnext,y\nlast,z');
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [2, "one\r\ntwo\nthree"],
      [6, "next"],
      [7, "last"],
    ]);
  });

  it("leaves out empty rows, also rows of separators alone, and keeps counting", async () => {
    const { rows } = await readAll("a,b\n\n , \n1,2\n");
    expect(rows).toEqual([{ line: 4, cells: ["1", "2"] }]);
  });

  it("keeps a quote in the middle of a cell, and quotes that were doubled", async () => {
    const { rows } = await readAll('a,b\n15" rim,"say ""yes"""\n');
    expect(rows[0]?.cells).toEqual(['15" rim', 'say "yes"']);
  });

  it("gives rows with too many or too few cells as they are", async () => {
    expect((await readAll("a,b\n1\n1,2,3\n")).rows.map(({ cells }) => cells.length)).toEqual([1, 3]);
  });

  it("has no heading in an empty file", async () => {
    expect((await readAll("")).heading).toBeUndefined();
    expect((await readAll("\n\n")).heading).toBeUndefined();
  });

  it("says in which line a quote is opened and never closed", async () => {
    await expect(readAll('a,b\n1,2\n3,"4\n5,6\n')).rejects.toMatchObject({ name: "CsvProblem", line: 3 });
  });

  it("stops at a row of more than a megabyte instead of holding it", async () => {
    const endless = `a,b\n1,"${"long\n".repeat(300_000)}`;
    await expect(readAll(endless, 65_536)).rejects.toMatchObject({ name: "CsvProblem", line: 2 });
  });

  it("says in which line bytes are not UTF-8, also when the file ends in the middle of a character", async () => {
    const latin = Buffer.from("a,b\n1,2\nCaf\xe9,4\n", "latin1");
    await expect(readAll(latin)).rejects.toMatchObject({ name: "CsvProblem", line: 3 });
    const cut = Buffer.from("a,b\n1,é").subarray(0, -1);
    await expect(readAll(cut)).rejects.toMatchObject({ name: "CsvProblem", line: 2 });
  });

  it("says so of UTF-16 without its mark, which databases write, though its bytes are UTF-8 too", async () => {
    const littleEndian = Buffer.from("customer,date\nAcme,2026-03-01\n", "utf16le");
    for (const bytes of [littleEndian, Buffer.from(littleEndian).swap16()])
      await expect(readAll(bytes)).rejects.toMatchObject({
        ...{ name: "CsvProblem", line: 1, reason: expect.stringMatching(/^These bytes/) },
      });
  });

  it("says so in the right line however the file comes in pieces, and whatever its line ends are", async () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const text = ["a,b", "é,€", "😀,2", "3,4", "Caf?,5", "6,7"].join(end);
      const at = Buffer.from(text).indexOf("?");
      const bytes = Buffer.from(text).fill(0xe9, at, at + 1);
      for (let size = 1; size <= bytes.length; size++)
        await expect(readAll(bytes, size), `${JSON.stringify(end)} by ${size}`).rejects.toMatchObject({
          ...{ name: "CsvProblem", line: 5, reason: expect.stringMatching(/^These bytes/) },
        });
    }
  });

  it("passes on the failure of the file itself", async () => {
    const broken = Readable.from(
      (function* () {
        yield "a,b\n1,2\n";
        throw new Error("disk");
      })(),
    );
    await expect(
      (async () => {
        const { rows } = await openCsv(broken);
        for await (const _ of rows);
      })(),
    ).rejects.toThrow("disk");
  });

  it("ends the source when reading is broken off", async () => {
    const source = Readable.from(
      (function* () {
        for (let row = 0; row < 100_000; row++) yield `${row},x\n`;
      })(),
    );
    const { rows } = await openCsv(source);
    for await (const _ of rows) break;
    await expect.poll(() => source.destroyed).toBe(true);
  });

  it("reads back whatever is written", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "é", "😀", '"', ",", ";", "\n", " ", "1") });
    const table = fc.integer({ min: 2, max: 4 }).chain((width) =>
      fc.array(
        fc.array(cell, { minLength: width, maxLength: width }).map((cells) => [`x${cells[0]}`, ...cells]),
        { minLength: 1, maxLength: 6 },
      ),
    );
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (lines, size) => {
        const heading = ["one", ...Array.from({ length: (lines[0]?.length ?? 1) - 1 }, (_, i) => `h${i}`)];
        const text = [heading, ...lines].map((cells) => csvLine(cells)).join("");
        expect((await readAll(text, size)).rows.map(({ cells }) => cells)).toEqual(lines);
      }),
      { numRuns: 60 },
    );
  });
});
