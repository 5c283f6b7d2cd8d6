import { createRandom } from "@/lib/demo/random";

/** How many rows each made file has. */
export const rowsOfFile = 2000;

const customersOfFile = 300;
const stages = ["Contact made", "Demo given", "Proposal sent", "Won", "Lost"];

/** The name of the file of that number; the names and references in it begin with it too. */
export function nameOfFile(number: number): string {
  return `file-${number}`;
}

/** Conversations with customers of the file's own and, now and then, with the shared ones. */
export function madeFile(number: number, sharedCustomers: readonly string[]): string {
  const random = createRandom(1_000_000 + number);
  const rows = Array.from({ length: rowsOfFile }, (_, row) => {
    const customer = random.chance(0.02)
      ? random.pick(sharedCustomers)
      : `${nameOfFile(number)} customer ${random.between(1, customersOfFile)}`;
    const day = String(random.between(1, 28)).padStart(2, "0");
    return [
      customer,
      `2026-0${random.between(1, 9)}-${day}`,
      random.pick(["Anna", "Ben"]),
      random.pick(stages),
      random.between(1, 90_000),
      `Row ${row} of ${nameOfFile(number)}`,
      `${nameOfFile(number)}/${row}`,
    ].join(",");
  });
  return `customer,date,employee,stage,amount,note,reference\n${rows.join("\n")}\n`;
}
