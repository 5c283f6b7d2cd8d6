import { db } from "@/db/client";
import { answerMember } from "@/lib/api/answer-member";
import { teamFormats } from "@/lib/format/team-formats";
import { searchEverything } from "@/lib/search/search-everything";

const shownOfEach = 5;

/** What `q` finds of everything, for the box that searches as one types. */
export async function GET(request: Request): Promise<Response> {
  const search = new URL(request.url).searchParams.get("q") ?? "";
  return answerMember(({ member, team }) =>
    searchEverything(db, { search, limit: shownOfEach, actor: member, formats: teamFormats(team) }),
  );
}
