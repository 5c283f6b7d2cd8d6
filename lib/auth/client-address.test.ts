import { describe, expect, it } from "vitest";
import { keepBelievedHeaders, networkList, plainAddress, visitorOf } from "./client-address";

const trusted = networkList(["127.0.0.1", "10.0.0.0/8", "fd00::/8"]);

function forwarded(chain: string | undefined, peer: string) {
  const headers = { ...(chain === undefined ? {} : { "x-forwarded-for": chain }) };
  keepBelievedHeaders(headers, peer, trusted);
  return headers["x-forwarded-for"];
}

describe("keepBelievedHeaders", () => {
  it("drops all that a stranger forwards and keeps its own address", () => {
    const headers: Record<string, string> = {
      host: "sales.example.com",
      "x-forwarded-for": "1.1.1.1",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      forwarded: "for=1.1.1.1",
      "x-real-ip": "1.1.1.1",
    };
    keepBelievedHeaders(headers, "::ffff:203.0.113.9", trusted);
    expect(headers).toEqual({ host: "sales.example.com", "x-forwarded-for": "203.0.113.9" });
  });

  it("believes a trusted proxy, headers and all", () => {
    const headers = { "x-forwarded-for": "203.0.113.9", "x-forwarded-proto": "https" };
    keepBelievedHeaders(headers, "::ffff:127.0.0.1", trusted);
    expect(headers).toEqual({ "x-forwarded-for": "203.0.113.9", "x-forwarded-proto": "https" });
  });

  it("takes the first address from the end that is no trusted proxy", () => {
    expect(forwarded("1.1.1.1, 203.0.113.9, 10.1.2.3", "127.0.0.1")).toBe("203.0.113.9");
    expect(forwarded("1.1.1.1, 2001:db8::7, fd00::1", "10.0.0.1")).toBe("2001:db8::7");
  });

  it("stops at what is no address, and at the proxy when there is nothing", () => {
    expect(forwarded("203.0.113.9, unknown, 10.1.2.3", "127.0.0.1")).toBe("10.1.2.3");
    expect(forwarded(undefined, "127.0.0.1")).toBe("127.0.0.1");
  });
});

describe("plainAddress", () => {
  it.each([
    ["1.2.3.4:5678", "1.2.3.4"],
    ["[2001:DB8::7]:443", "2001:db8::7"],
    ["::ffff:1.2.3.4", "1.2.3.4"],
    ["fe80::1%eth0", "fe80::1"],
    ["1.2.3", undefined],
    ["", undefined],
  ])("reads %j as %j", (text, address) => {
    expect(plainAddress(text)).toBe(address);
  });
});

describe("visitorOf", () => {
  it("counts an IPv6 household as one", () => {
    expect(visitorOf("2001:db8:0:7::1")).toBe("2001:db8:0:7");
    expect(visitorOf("2001:0db8::1")).toBe(visitorOf("2001:db8:0:0:9:9:9:9"));
    expect(visitorOf("::1")).toBe("0:0:0:0");
    expect(visitorOf("203.0.113.9")).toBe("203.0.113.9");
    expect(visitorOf(undefined)).toBe("unknown");
  });
});
