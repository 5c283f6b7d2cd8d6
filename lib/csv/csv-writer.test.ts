import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine, csvText, neutraliseFormula } from "./csv-writer";

describe("csvLine", () => {
  it("separates with commas and ends with CRLF", () => {
    expect(csvLine(["a", "", "c"])).toBe("a,,c\r\n");
  });

  it("quotes separators, quotes, line breaks and outer blanks, and nothing else", () => {
    expect(csvLine(["a,b", 'say "hi"', "two\nlines", " x", "a;b", "R 1"])).toBe(
      '"a,b","say ""hi""","two\nlines"," x",a;b,R 1\r\n',
    );
  });

  it("quotes a semicolon where it separates, and leaves a decimal comma alone there", () => {
    expect(csvLine(["a;b", "1,5"], ";")).toBe('"a;b";1,5\r\n');
  });

  it("does not write a lone empty cell as an empty line", () => {
    expect(csvLine([""])).toBe('""\r\n');
  });

  it("is read back as it was written", () => {
    const cells = fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(cells, fc.constantFrom(",", ";"), (written, separator) => {
        const [read] = parse(csvLine(written, separator), { delimiter: separator, bom: false });
        expect(read).toEqual(written);
      }),
    );
  });
});

describe("csvText", () => {
  it("writes a heading and the rows by its columns", () => {
    expect(csvText(["b", "a"], [{ a: "1", b: "x,y" }])).toBe('b,a\r\n"x,y",1\r\n');
  });
});

describe("neutraliseFormula", () => {
  it.each(["=1+1", "+SUM(A1)", "-1+2", "@cmd", "+27 82 555 0101", "-", "＝1+1", "-5,00 off"])(
    "disarms %j",
    (cell) => {
      expect(neutraliseFormula(cell)).toBe(`'${cell}`);
    },
  );

  it.each([
    ["A;=1+1", "A;'=1+1"],
    ["A,@cmd,+1+1", "A,'@cmd,'+1+1"],
    ["1,-5", "1,'-5"],
    ["A\t-1+2", "A\t'-1+2"],
    ["hello\n=1+1", "hello\n'=1+1"],
    ["hello\r\n＝1+1", "hello\r\n'＝1+1"],
    ['A;"=1+1"', 'A;"\'=1+1"'],
    ['A;""=1+1', 'A;""\'=1+1'],
    ["A;\t=1", "A;'\t'=1"],
    ["\t=1", "'\t'=1"],
    ["\r=1", "'\r'=1"],
  ])("disarms what begins a cell within %j", (cell, disarmed) => {
    expect(neutraliseFormula(cell)).toBe(disarmed);
  });

  it.each([
    ...["", "Visit", "-12", "+5", "-1200.50", "-1200,50", "-1e-7", "a=b", "2026-03-01", "'x"],
    ...["A; =1", "a\nb", 'say "=1"', "7 - 2"],
  ])("leaves %j", (cell) => {
    expect(neutraliseFormula(cell)).toBe(cell);
  });
});
