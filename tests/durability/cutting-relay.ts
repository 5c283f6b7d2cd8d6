import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Stands between a client that prepares no statements and the server, and cuts the line at a commit. */
export type CuttingRelay = {
  /** The socket folder to connect to instead of the server's. */
  host: string;
  /**
   * Cuts the line at the next commit: `before` the server has heard of it, or `after` it has done it but
   * before the client hears so.
   */
  cutNext: (when: "before" | "after") => void;
  close: () => Promise<void>;
};

const asked = Buffer.from("commit\0");
const done = Buffer.from("COMMIT\0");

/** Starts one in front of the server with that socket folder. */
export async function startCuttingRelay(server: { host: string; port: number }): Promise<CuttingRelay> {
  const folder = await mkdtemp(join(tmpdir(), "pl-cut-"));
  const name = `.s.PGSQL.${server.port}`;
  const lines = new Set<Socket>();
  let cut: "before" | "after" | undefined;

  function pass(from: Socket, to: Socket, when: "before" | "after", sign: Buffer): void {
    from.on("data", (data) => {
      if (cut !== when || !data.includes(sign)) {
        to.write(data);
        return;
      }
      cut = undefined;
      from.destroy();
      to.destroy();
    });
    from.on("error", () => {});
    from.on("close", () => to.destroy());
  }

  const relay = createServer((client) => {
    const line = connect(join(server.host, name));
    lines.add(client);
    pass(client, line, "before", asked);
    pass(line, client, "after", done);
  });
  relay.listen(join(folder, name));
  await once(relay, "listening");
  return {
    host: folder,
    cutNext: (when) => {
      cut = when;
    },
    close: async () => {
      for (const line of lines) line.destroy();
      relay.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
