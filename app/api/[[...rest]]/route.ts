import { answerToken } from "@/lib/api/answer-token";
import { noSuchFigure } from "@/lib/api/no-such-figure";

/** Any other address below /api: a problem as the API tells it, not a page. */
async function answer(request: Request): Promise<Response> {
  return answerToken(request, async () => noSuchFigure(new URL(request.url).pathname));
}

export { answer as DELETE, answer as GET, answer as OPTIONS, answer as PATCH, answer as POST, answer as PUT };
