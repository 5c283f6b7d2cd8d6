import { randomUUID } from "node:crypto";
import { db } from "@/db/client";
import { listSalespeople } from "@/db/queries/members";
import { listStages } from "@/db/queries/stages";
import { getTeam } from "@/db/queries/team";
import { figureAnswers, isFigureName } from "@/lib/api/figure-answers";
import { problem } from "@/lib/api/problem";
import { readQuestion } from "@/lib/api/read-question";
import { memberOfToken } from "@/lib/auth/api-token";
import { logger } from "@/lib/logger";
import { localDateOf } from "@/lib/pipeline/local-date";

type Context = { params: Promise<{ figure: string }> };

async function answer(request: Request, { params }: Context): Promise<Response> {
  const team = await getTeam(db);
  if (!team || !(await memberOfToken(db, request)))
    return problem(401, "Unauthorized", "Send a token of this team as “Authorization: Bearer TOKEN”.", {
      headers: { "www-authenticate": 'Bearer realm="Pipelog"' },
    });
  const { figure } = await params;
  if (!isFigureName(figure))
    return problem(
      404,
      "Not Found",
      `There is no “${figure}”; there are ${Object.keys(figureAnswers).join(", ")}.`,
    );
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
export async function GET(request: Request, context: Context): Promise<Response> {
  try {
    return await answer(request, context);
  } catch (error) {
    const id = randomUUID();
    logger.error({ err: error, id }, "An answer of the API failed");
    return problem(500, "Internal Error", "Something went wrong here; it is logged under this instance.", {
      instance: `urn:uuid:${id}`,
    });
  }
}
