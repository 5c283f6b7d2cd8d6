import type { IncomingHttpHeaders } from "node:http";
import { BlockList, isIP } from "node:net";

/** The address in one form: without the port or brackets, IPv4 written as IPv4. Undefined: none. */
export function plainAddress(text: string | undefined): string | undefined {
  const given = text?.trim().toLowerCase() ?? "";
  const bare = /^\[(.+)\](?::\d+)?$/.exec(given)?.[1] ?? /^([\d.]+):\d+$/.exec(given)?.[1] ?? given;
  const address = bare.replace(/^::ffff:(?=\d+\.)/, "").replace(/%.*$/, "");
  return isIP(address) === 0 ? undefined : address;
}

/** Whom limits count as one visitor: an IPv4 address, or the /64 network that one IPv6 household has. */
export function visitorOf(address: string | undefined): string {
  const plain = plainAddress(address);
  if (plain === undefined) return "unknown";
  if (isIP(plain) === 4) return plain;
  const [head = "", tail] = plain.split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(0, zeros)).fill("0"), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}

/** The networks (addresses or CIDR) as a list that can be asked. */
export function networkList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    list.addSubnet(address, bits === undefined ? (family === "ipv6" ? 128 : 32) : Number(bits), family);
  }
  return list;
}

function isListed(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/**
 * Leaves in a request's headers only what can be believed, and the visitor's address as the one entry of
 * `x-forwarded-for`. From a peer that is no trusted proxy every forwarded header goes. From a trusted one
 * the chain is read from its end: the first address that is no trusted proxy is the visitor's.
 */
export function keepBelievedHeaders(
  headers: IncomingHttpHeaders,
  peer: string | undefined,
  trusted: BlockList,
): void {
  let visitor = plainAddress(peer);
  if (visitor !== undefined && isListed(trusted, visitor)) {
    const chain = String(headers["x-forwarded-for"] ?? "").split(",");
    for (const hop of chain.reverse()) {
      const address = plainAddress(hop);
      if (address === undefined) break;
      visitor = address;
      if (!isListed(trusted, address)) break;
    }
  } else {
    for (const name of Object.keys(headers)) {
      if (/^(x-forwarded-.*|forwarded|x-real-ip)$/.test(name)) delete headers[name];
    }
  }
  headers["x-forwarded-for"] = visitor ?? "unknown";
}
