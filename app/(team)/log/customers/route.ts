import { db } from "@/db/client";
import { answerMember } from "@/lib/api/answer-member";
import { cutText } from "@/lib/format/cut-text";
import { teamFormats } from "@/lib/format/team-formats";
import { lookUpCustomers } from "@/lib/log/customer-said";
import { localDateOf } from "@/lib/pipeline/local-date";

const shown = 8;
const longestSearch = 200;

/** The customers that `search` may mean, for the form's search as one types. */
export async function GET(request: Request): Promise<Response> {
  const search = cutText(new URL(request.url).searchParams.get("search") ?? "", longestSearch);
  return answerMember(({ member, team }) =>
    lookUpCustomers(db, {
      search,
      memberId: member.id,
      limit: shown,
      formats: teamFormats(team),
      today: localDateOf(new Date(), team.timeZone),
    }),
  );
}
