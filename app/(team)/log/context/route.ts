import { db } from "@/db/client";
import { answerMember } from "@/lib/api/answer-member";
import { teamFormats } from "@/lib/format/team-formats";
import { readCustomerContext } from "@/lib/log/customer-context";
import { localDateOf } from "@/lib/pipeline/local-date";
import { readMomentFields } from "@/lib/pipeline/moment";
import { recordAt, recordId } from "@/lib/record-id";

/**
 * What the form shows of a customer: contacts, deals, and the deal that a conversation at this stage and moment
 * would join. Null when there is no such customer.
 */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const field = (name: string) => asked.get(name) ?? "";
  return answerMember(async ({ team }) => {
    const now = new Date();
    const moment = readMomentFields(field("date"), field("time"), team.timeZone);
    const context = await recordAt(field("customer"), (customerId) =>
      readCustomerContext(db, {
        customerId,
        stageId: recordId(field("stage")) ?? null,
        occurredAt: moment?.at ?? now,
        hasAmount: field("amount") !== "",
        saidDealId: recordId(field("deal")) ?? null,
        conversationId: recordId(field("conversation")) ?? null,
        formats: teamFormats(team),
        today: localDateOf(now, team.timeZone),
      }),
    );
    return context ?? null;
  });
}
