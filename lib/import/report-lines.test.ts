import { describe, expect, it } from "vitest";
import { emptyReport, type ImportReport } from "./import-report";
import { createProgressView } from "./progress-view";
import { rejectedCells, rejectedHeading } from "./rejected-file";
import { reportLines } from "./report-lines";

const report = (more: Partial<ImportReport>): ImportReport => ({
  ...emptyReport({ kind: "conversations", fileName: "log.csv", dryRun: false, skipBadRows: false }),
  ...more,
});

describe("reportLines", () => {
  it("says what was done and what to know about it", () => {
    const lines = reportLines(
      report({
        applied: true,
        rows: 15_011,
        added: 15_000,
        unchanged: 10,
        rejected: 1,
        skipBadRows: true,
        unknownColumns: ["mood", "colour"],
        created: { customers: 1, employees: 2, topics: 0, channels: 0, contacts: 0, deals: 8300 },
        withoutReference: 3,
        promisedBefore: 2,
        mixedDays: { count: 1, examples: [{ customer: "Acme", date: "2026-03-01" }] },
      }),
    );
    expect(lines).toEqual([
      "log.csv: 15,011 rows.",
      'Columns that are not known and were not read: "mood", "colour".',
      "Imported:",
      "  15,000 rows added, 10 rows already there and left as they are, 1 bad row left out",
      "  created: 1 customer, 2 employees without a login, 8,300 deals",
      "  3 rows without a reference: importing the file again would add them again",
      "  2 rows with a follow-up before the conversation, kept as written: overdue until done",
      "  1 day on which one customer has a date without a time beside a moment; the date sorts first: Acme on 2026-03-01",
    ]);
  });

  it("names the employees it makes, so that one spelled otherwise is seen in the dry run", () => {
    const made = (employees: number, newEmployees: string[]) =>
      reportLines(
        report({
          dryRun: true,
          rows: 3,
          added: 3,
          newEmployees,
          created: { ...report({}).created, employees },
        }),
      ).at(-1);
    expect(made(3, ["Jörg", "nina@acme.example", "Weber, Nina"])).toBe(
      "  created: 3 employees without a login (“Jörg”, “nina@acme.example”, “Weber, Nina”)",
    );
    expect(made(2, ["Jörg"])).toBe("  created: 2 employees without a login (“Jörg”, …)");
  });

  it("says why nothing was imported, and that a dry run changed nothing", () => {
    expect(reportLines(report({ rows: 500, rejected: 500 }))).toEqual([
      "log.csv: 500 rows.",
      "Nothing was imported: 500 bad rows.",
    ]);
    expect(reportLines(report({ refusals: ["Line 1: The column “date” is missing."] })).at(-1)).toBe(
      "Nothing was imported: 1 fault of the file as a whole.",
    );
    expect(reportLines(report({ rows: 1, added: 1, dryRun: true }))[1]).toBe(
      "Dry run: nothing was changed. It would be:",
    );
  });

  it("says that there are no rows", () => {
    expect(reportLines(report({ applied: true }))).toEqual(["log.csv: there are no rows in it."]);
  });
});

describe("rejectedCells", () => {
  it("puts the reason behind the heading's columns, in short and long rows too", () => {
    const problems = [
      { column: "date", reason: "The date is missing." },
      { column: null, reason: "Odd." },
    ];
    const reason = "date: The date is missing. Odd.";
    const rejected = (...cells: string[]) =>
      rejectedCells({ line: 2, cells, problems }, ["customer", "date"]);
    expect(rejected("A", "")).toEqual(["A", "", reason]);
    expect(rejected("A")).toEqual(["A", "", reason]);
    expect(rejected("A", "", "x")).toEqual(["A", "", reason, "x"]);
  });

  it("replaces the reason of the last time, in short and long rows too", () => {
    const problems = [{ column: null, reason: "Odd." }];
    const heading = ["customer", " Reason", "date"];
    expect(rejectedHeading(heading)).toEqual(["customer", "date", "reason"]);
    const rejected = (...cells: string[]) => rejectedCells({ line: 2, cells, problems }, heading);
    expect(rejected("A", "old", "never")).toEqual(["A", "never", "Odd."]);
    expect(rejected("A")).toEqual(["A", "", "Odd."]);
    expect(rejected("A", "old", "never", "x")).toEqual(["A", "never", "Odd.", "x"]);
  });
});

describe("createProgressView", () => {
  const collect = (isTTY: boolean) => {
    const written: string[] = [];
    return { written, view: createProgressView({ isTTY, write: (text) => written.push(text) }) };
  };

  it("writes a line every 20,000 rows where there is no terminal", () => {
    const { written, view } = collect(false);
    for (let rows = 2000; rows <= 44_000; rows += 2000) view.show({ step: "reading", rows, total: null });
    for (let rows = 2000; rows <= 22_000; rows += 2000) view.show({ step: "writing", rows, total: 44_000 });
    expect(written).toEqual([
      "Reading: 20,000 rows\n",
      "Reading: 40,000 rows\n",
      "Writing: 20,000 of 44,000 rows\n",
    ]);
  });

  it("shows it in place on a terminal, and clears it", () => {
    const { written, view } = collect(true);
    view.show({ step: "reading", rows: 10, total: null });
    view.clear();
    view.clear();
    expect(written).toEqual(["\r\u001b[KReading: 10 rows", "\r\u001b[K"]);
    view.show({ step: "reading", rows: 1, total: null });
    view.show({ step: "writing", rows: 1, total: 1 });
    view.show({ step: "writing", rows: 1, total: 2 });
    expect(written.slice(2)).toEqual(
      ["Reading: 1 row", "Writing: 1 of 1 row", "Writing: 1 of 2 rows"].map((line) => `\r\u001b[K${line}`),
    );
  });
});
