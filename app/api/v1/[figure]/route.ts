import { db } from "@/db/client";
import { listSalespeople } from "@/db/queries/members";
import { listStages } from "@/db/queries/stages";
import type { Team } from "@/db/queries/team";
import { answerToken } from "@/lib/api/answer-token";
import { type FigureName, figureAnswers, isFigureName } from "@/lib/api/figure-answers";
import { noSuchFigure } from "@/lib/api/no-such-figure";
import { problem } from "@/lib/api/problem";
import { readQuestion } from "@/lib/api/read-question";
import { localDateOf } from "@/lib/pipeline/local-date";

type Context = { params: Promise<{ figure: string }> };

async function answer(request: Request, figure: FigureName, team: Team): Promise<Response> {
  const [salespeople, stages] = await Promise.all([listSalespeople(db), listStages(db)]);
  const today = localDateOf(new Date(), team.timeZone);
  const asked = new URL(request.url).searchParams;
  const { question, problem: wrong } = readQuestion(figure, asked, { team, today, salespeople, stages });
  if (wrong) return problem(400, "Invalid Parameter", wrong.detail, { parameter: wrong.parameter });
  const { from, to } = question.filter;
  const part = await figureAnswers[figure](db, question);
  return Response.json(
    { from, to, timeZone: team.timeZone, currency: team.currency, ...part },
    { headers: { "cache-control": "no-store" } },
  );
}

/** A figure as of T and in P, for whoever sends a token of the team (contract.md, "API envelope"). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { figure } = await params;
  return answerToken(request, async (team) =>
    isFigureName(figure) ? answer(request, figure, team) : noSuchFigure(figure),
  );
}

const allowed = { allow: "GET, HEAD, OPTIONS" };

function answerOther(method: string, figure: FigureName): Response {
  if (method === "OPTIONS") return new Response(null, { status: 204, headers: allowed });
  return problem(405, "Method Not Allowed", `“${figure}” can only be read, by GET.`, { headers: allowed });
}

/** Any other method: a token reads, and changes nothing. */
async function answerOtherMethod(request: Request, { params }: Context): Promise<Response> {
  const { figure } = await params;
  return answerToken(request, async () =>
    isFigureName(figure) ? answerOther(request.method, figure) : noSuchFigure(figure),
  );
}

export {
  answerOtherMethod as DELETE,
  answerOtherMethod as OPTIONS,
  answerOtherMethod as PATCH,
  answerOtherMethod as POST,
  answerOtherMethod as PUT,
};
