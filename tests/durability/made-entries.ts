import { createRandom } from "@/lib/demo/random";
import type { NewConversation } from "@/lib/log/log-conversation";
import { talk } from "@/tests/support/cast";

/** Who logs, with whom, at which stages: ids of one database. */
export type Scene = { memberId: number; customerIds: number[]; stageIds: number[] };

/** The device id of the entry of that number. */
export function deviceIdOf(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;
}

/** What a device sends as its entry of that number: always the same, so that it can be sent again. */
export function madeEntry(number: number, { memberId, customerIds, stageIds }: Scene): NewConversation {
  const random = createRandom(number);
  const stageId = random.chance(0.85) ? random.pick(stageIds) : null;
  const day = String(random.between(1, 28)).padStart(2, "0");
  return talk({
    customerId: random.pick(customerIds),
    heldById: memberId,
    on: `2026-0${random.between(1, 9)}-${day}T${random.between(10, 20)}:15`,
    note: `Entry ${number}`,
    stageId,
    amount: stageId !== null && random.chance(0.5) ? `${random.between(1, 90_000)}.50` : null,
    deal:
      stageId === null
        ? "decide"
        : random.pick(["decide", "decide", "new", { name: `Fleet ${number % 5}` }] as const),
    deviceId: deviceIdOf(number),
  });
}
