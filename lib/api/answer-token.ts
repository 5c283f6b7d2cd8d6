import { randomUUID } from "node:crypto";
import { db } from "@/db/client";
import { getTeam, type Team } from "@/db/queries/team";
import { memberOfToken } from "@/lib/auth/api-token";
import { logger } from "@/lib/logger";
import { problem } from "./problem";

async function answerOrRefuse(request: Request, answer: (team: Team) => Promise<Response>) {
  const team = await getTeam(db);
  if (team && (await memberOfToken(db, request))) return answer(team);
  return problem(401, "Unauthorized", "Send a token of this team as “Authorization: Bearer TOKEN”.", {
    headers: { "www-authenticate": 'Bearer realm="Pipelog"' },
  });
}

/**
 * An answer of the API, for whoever sends a token of the team: to anybody else a 401, whatever they ask. What
 * fails is logged, and told as a 500 with the log's id.
 */
export async function answerToken(
  request: Request,
  answer: (team: Team) => Promise<Response>,
): Promise<Response> {
  try {
    return await answerOrRefuse(request, answer);
  } catch (error) {
    const id = randomUUID();
    logger.error({ err: error, id }, "An answer of the API failed");
    return problem(500, "Internal Error", "Something went wrong here; it is logged under this instance.", {
      instance: `urn:uuid:${id}`,
    });
  }
}
