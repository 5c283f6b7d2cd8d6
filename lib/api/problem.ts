/** An error answer by RFC 9457; `parameter` names the parameter that cannot be used, where one is to blame. */
export function problem(
  status: number,
  title: string,
  detail: string,
  extra: { parameter?: string; instance?: string; headers?: Record<string, string> } = {},
): Response {
  const { headers, ...members } = extra;
  const type = `urn:pipelog:problem:${title.toLowerCase().replaceAll(" ", "-")}`;
  return Response.json(
    { type, title, status, detail, ...members },
    {
      status,
      headers: { "cache-control": "no-store", ...headers, "content-type": "application/problem+json" },
    },
  );
}
