import { expect, test } from "vitest";
import type { ConversationRow } from "@/db/queries/timeline";
import { teamFormats } from "@/lib/format/team-formats";
import { whatHappened } from "./what-happened";

const formats = teamFormats({ locale: "en-GB", currency: "ZAR", currencyDigits: 2, timeZone: "UTC" });
const today = "2026-11-24";
const won = { id: 7, customer: "Aloe", stage: "Won", deal: null, followUpOn: null, deletedAt: null };
const lastSale = { id: 7, stage: "Won" };

function said(given: Partial<ConversationRow>, around: Partial<Parameters<typeof whatHappened>[1]> = {}) {
  const row = { ...won, occurredOn: today, ...given } as ConversationRow;
  return whatHappened(row, { lastSale, today, isCustomerUnused: false, ...around }, formats);
}

test("what is logged for today says where the customer stands now, a late one where it stays", () => {
  expect(said({ deal: "Tyres" })).toBe("Logged. Aloe is now at Won on the deal Tyres.");
  expect(said({ occurredOn: "2026-11-03" }, { lastSale: { id: 8, stage: "Demo given" } })).toBe(
    "Logged for 3 Nov 2026. Aloe stays at Demo given. Past figures change with it.",
  );
});

test("what is taken back says that its customer stays where nothing else is logged with it", () => {
  const deletedAt = new Date("2026-11-24T12:00:00Z");
  expect(said({ deletedAt })).toBe("Taken back. This conversation with Aloe is out of every figure.");
  expect(said({ deletedAt }, { isCustomerUnused: true })).toBe(
    "Taken back. This conversation with Aloe is out of every figure. The customer stays, with nothing logged. If it was added by mistake, archive it on its page.",
  );
});

test("what is logged for tomorrow counts from then on", () => {
  const occurredOn = "2026-11-25";
  expect(said({ occurredOn, followUpOn: "2026-11-30" })).toBe(
    "Logged for 25 Nov 2026. It counts from that day on. Aloe is then at Won. Follow-up on 30 Nov 2026.",
  );
  expect(said({ occurredOn, stage: null }, { lastSale: undefined })).toBe(
    "Logged for 25 Nov 2026. It counts from that day on.",
  );
});
