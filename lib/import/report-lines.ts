import { type ByProduct, byProducts, type ImportReport, isRefused } from "./import-report";

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

const words: Readonly<Record<ByProduct, readonly [one: string, many: string]>> = {
  customers: ["customer", "customers"],
  employees: ["employee without a login", "employees without a login"],
  topics: ["topic", "topics"],
  channels: ["channel", "channels"],
  contacts: ["contact", "contacts"],
  deals: ["deal", "deals"],
};

function outcomeLine(report: ImportReport): string {
  const { dryRun, rejected, refusals } = report;
  if (isRefused(report)) {
    const reasons = [
      ...(rejected > 0 ? [counted(rejected, "bad row")] : []),
      ...(refusals.length > 0 ? [`${counted(refusals.length, "fault")} of the file as a whole`] : []),
    ];
    return `Nothing was imported: ${reasons.join(" and ")}.`;
  }
  return dryRun ? "Dry run: nothing was changed. It would be:" : "Imported:";
}

function rowsLine({ kind, added, corrected, unchanged, rejected }: ImportReport): string {
  const parts = [
    `${counted(added, "row")} added`,
    ...(corrected > 0 ? [`${counted(corrected, "row")} ${kind === "stages" ? "changed" : "corrected"}`] : []),
    ...(unchanged > 0 ? [`${counted(unchanged, "row")} already there and left as they are`] : []),
    ...(rejected > 0 ? [`${counted(rejected, "bad row")} left out`] : []),
  ];
  return `  ${parts.join(", ")}`;
}

// In quotes: “Weber, Nina” is one person.
function namesOf(employees: readonly string[], count: number): string {
  if (employees.length === 0) return "";
  const shown = employees.map((name) => `“${name}”`).join(", ");
  return ` (${shown}${count > employees.length ? ", …" : ""})`;
}

function createdLines({ kind, created, newEmployees }: ImportReport): string[] {
  if (kind !== "conversations") return [];
  const names = namesOf(newEmployees, created.employees);
  const made = byProducts
    .filter((thing) => created[thing] > 0)
    .map((thing) => `${counted(created[thing], ...words[thing])}${thing === "employees" ? names : ""}`);
  return made.length > 0 ? [`  created: ${made.join(", ")}`] : [];
}

function remarkLines(report: ImportReport): string[] {
  const { withoutReference, promisedBefore, mixedDays, removedStages, rederivedDeals } = report;
  const lines: string[] = [];
  if (withoutReference > 0)
    lines.push(
      `  ${counted(withoutReference, "row")} without a reference: importing the file again would add them again`,
    );
  if (promisedBefore > 0)
    lines.push(
      `  ${counted(promisedBefore, "row")} with a follow-up before the conversation, kept as written: overdue until done`,
    );
  if (mixedDays.count > 0) {
    const shown = mixedDays.examples.map(({ customer, date }) => `${customer} on ${date}`);
    const more = mixedDays.count > shown.length ? ", …" : "";
    lines.push(
      `  ${counted(mixedDays.count, "day")} on which one customer has a date without a time beside a moment; the date sorts first: ${shown.join(", ")}${more}`,
    );
  }
  if (removedStages.length > 0) lines.push(`  removed, never used: ${removedStages.join(", ")}`);
  if (rederivedDeals > 0) lines.push(`  ${counted(rederivedDeals, "deal")} derived anew`);
  return lines;
}

/** The report of an import as lines of text, for a terminal. */
export function reportLines(report: ImportReport): string[] {
  const { fileName, rows, unknownColumns, refusals } = report;
  const read = rows === 0 && refusals.length === 0 ? "there are no rows in it" : counted(rows, "row");
  const unknown = unknownColumns.map((column) => `"${column}"`).join(", ");
  return [
    `${fileName}: ${read}.`,
    ...(unknown ? [`Columns that are not known and were not read: ${unknown}.`] : []),
    ...refusals,
    ...(rows === 0 && refusals.length === 0 ? [] : [outcomeLine(report)]),
    ...(isRefused(report) || rows === 0
      ? []
      : [rowsLine(report), ...createdLines(report), ...remarkLines(report)]),
  ];
}
