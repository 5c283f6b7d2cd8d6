import { openShare } from "@/lib/shares/open-share";

/** Whether a link still shows something to this browser: 204, or 404 whatever the reason. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const share = await openShare((await params).token);
  return new Response(null, { status: share && !share.isLocked ? 204 : 404 });
}
