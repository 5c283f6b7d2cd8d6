import { expect, test } from "vitest";
import { readFilter } from "./filter-params";

const salespeople = [
  { id: 1, name: "Anna" },
  { id: 2, name: "Ben" },
  { id: 3, name: "Ben" },
];
const read = (params: Parameters<typeof readFilter>[0]) =>
  readFilter(params, { today: "2026-11-24", salespeople });
const problemOf = (params: Parameters<typeof readFilter>[0]) =>
  read(params).problems.map(({ parameter }) => parameter);

test("nothing said is all time as of today, everybody's", () => {
  expect(read({})).toEqual({
    filter: { from: null, to: "2026-11-24", salespersonId: null },
    asOf: "2026-11-24",
    preset: "all",
    comparedAs: "all",
    salesperson: null,
    problems: [],
  });
  expect(read({ from: "", to: "", period: "", salesperson: "" })).toEqual(read({}));
});

test("today alone is a period, and nothing is wrong with it", () => {
  const today = "2026-11-24";
  expect(read({ from: today, to: today })).toMatchObject({
    filter: { from: today, to: today },
    problems: [],
  });
});

test("a named period that ends before the as-of day is counted back from that day", () => {
  expect(read({ period: "last-month", to: "2026-10-15" })).toMatchObject({
    filter: { from: "2026-09-01", to: "2026-09-30" },
    asOf: "2026-10-15",
  });
});

test("from wins over the period", () => {
  expect(read({ from: "2026-11-01", period: "last-year" })).toMatchObject({
    filter: { from: "2026-11-01", to: "2026-11-24" },
    preset: null,
  });
});

test("a calendar preset beside the dates it stood for says what they are compared with", () => {
  const october = { from: "2026-10-01", to: "2026-10-31" };
  expect(read({ ...october, period: "last-month" })).toMatchObject({
    preset: null,
    comparedAs: "last-month",
  });
  for (const params of [october, { ...october, period: "last-year" }, { ...october, period: "last-30-days" }])
    expect(read(params)).toMatchObject({ preset: null, comparedAs: null });
});

test("a preset is resolved against the day asked for", () => {
  expect(read({ to: "2026-03-15", period: "this-quarter" }).filter).toMatchObject({
    from: "2026-01-01",
    to: "2026-03-15",
  });
});

test("a salesperson is an id, or a name that only one has", () => {
  expect(read({ salesperson: "2" }).filter.salespersonId).toBe(2);
  expect(read({ salesperson: "Anna" }).filter.salespersonId).toBe(1);
  for (const salesperson of ["Ben", "anna", "9", "Nobody"])
    expect(problemOf({ salesperson })).toEqual(["salesperson"]);
});

test("people called by their staff numbers are asked for by these too; an id comes before a name", () => {
  const staff = [
    { id: 7, name: "1001" },
    { id: 8, name: "007" },
    { id: 9, name: "7" },
  ];
  const idOf = (salesperson: string) =>
    readFilter({ salesperson }, { today: "2026-11-24", salespeople: staff }).filter.salespersonId;
  expect(["1001", "007", "7", "9"].map(idOf)).toEqual([7, 8, 7, 9]);
});

test("a day in the future, an impossible date, from after to and an unknown period are problems, and left out", () => {
  expect(problemOf({ to: "2026-11-25" })).toEqual(["to"]);
  expect(problemOf({ to: "2026-02-30" })).toEqual(["to"]);
  expect(problemOf({ from: "yesterday" })).toEqual(["from"]);
  expect(problemOf({ from: "0000-01-01", to: "9999-12-31" })).toEqual(["to", "from"]);
  expect(read({ from: "0026-01-01" }).problems[0]?.detail).toContain("Write the year in full");
  expect(read({ to: "9999-12-31" }).problems[0]?.detail).toBe("9999-12-31 is after 2999.");
  expect(problemOf({ from: "2026-11-02", to: "2026-11-01" })).toEqual(["from"]);
  expect(problemOf({ period: "fortnight" })).toEqual(["period"]);
  expect(read({ to: "2026-11-25" }).filter.to).toBe("2026-11-24");
  expect(read({ from: "2026-11-02", to: "2026-11-01" }).filter).toMatchObject({
    from: null,
    to: "2026-11-01",
  });
});
