import { describe, expect, it } from "vitest";
import { readEnvironment } from "./env";

const good = { AUTH_SECRET: "x".repeat(32), DATABASE_URL: "postgres://me@localhost:5432/pipelog" };

function problems(source: Record<string, string | undefined>): string[] {
  try {
    readEnvironment(source);
    return [];
  } catch (error) {
    return error instanceof Error ? error.message.split("\n") : [];
  }
}

describe("readEnvironment", () => {
  it("reads what is there, an empty variable being none", () => {
    expect(readEnvironment({ ...good, AUTH_URL: "", TRUSTED_PROXIES: " " })).toEqual({
      authSecret: "x".repeat(32),
      authUrl: undefined,
      trustedProxies: [],
    });
    expect(readEnvironment({ ...good, TRUSTED_PROXIES: "10.0.0.0/32, ::1/128" }).trustedProxies).toEqual([
      "10.0.0.0/32",
      "::1/128",
    ]);
  });

  it("takes a socket folder instead of an address", () => {
    expect(problems({ AUTH_SECRET: good.AUTH_SECRET, PGHOST: "/run/pipelog", PGPORT: "5432" })).toEqual([]);
  });

  it("says every problem in a sentence of its own", () => {
    const found = problems({
      AUTH_SECRET: "short",
      AUTH_URL: "sales.example.com/app",
      TRUSTED_PROXIES: "10.0.0.0/33",
      PGPORT: "five",
    });
    expect(found).toHaveLength(5);
    expect(found.map((sentence) => sentence.split(" ")[0])).toEqual([
      "AUTH_SECRET",
      "AUTH_URL",
      "TRUSTED_PROXIES",
      "PGPORT",
      "No",
    ]);
  });

  it.each(["ftp://x", "https://x/app", "https://x/?a", "x"])("refuses %s as the address", (url) => {
    expect(problems({ ...good, AUTH_URL: url })).toHaveLength(1);
  });

  it.each(["1.2.3", "1.2.3.4/", "::1/129", "1.2.3.4/8/8", "localhost"])("refuses proxy %s", (proxy) => {
    expect(problems({ ...good, TRUSTED_PROXIES: proxy })).toHaveLength(1);
    expect(problems({ ...good, TRUSTED_PROXIES: `10.0.0.0/8, ${proxy}` })).toHaveLength(1);
  });

  describe("the OpenID Connect issuer", () => {
    const oidc = {
      ...good,
      OIDC_ISSUER: "https://login.example.com/team",
      OIDC_CLIENT_ID: "pipelog",
      OIDC_CLIENT_SECRET: "secret",
    };

    it("is called as said, else by its host", () => {
      expect(readEnvironment(oidc).oidc?.name).toBe("login.example.com");
      expect(readEnvironment({ ...oidc, OIDC_NAME: "Example Login" }).oidc?.name).toBe("Example Login");
    });

    it("is named completely or not at all", () => {
      expect(problems({ ...oidc, OIDC_CLIENT_SECRET: "" })).toEqual([expect.stringContaining("set all of")]);
      expect(readEnvironment(good).oidc).toBeUndefined();
    });

    it.each(["http://127.0.0.1:4000", "http://localhost:4000", "http://[::1]:4000"])(
      "is reached by https, or on this machine at %s",
      (here) => {
        expect(problems({ ...oidc, OIDC_ISSUER: here })).toEqual([]);
      },
    );

    it.each([
      "http://login.example.com",
      "http://localhost.example.com",
      "http://login-localhost",
      "ftp://localhost",
      "https://login.example.com/?team=1",
      "login.example.com",
    ])("is not %s", (wrong) => {
      expect(problems({ ...oidc, OIDC_ISSUER: wrong })).toHaveLength(1);
    });
  });

  describe("the mail server", () => {
    const mail = {
      ...good,
      AUTH_URL: "https://sales.example.com",
      MAIL_FROM: "Pipelog <pipelog@example.com>",
    };

    it("is told by an address or in parts, and never given a password in the clear but on this machine", () => {
      const url = { ...mail, SMTP_URL: "smtps://me:p%40ss@mail.example.com" };
      expect(readEnvironment(url).mail).toEqual({
        host: "mail.example.com",
        port: 465,
        isSecure: true,
        mustEncrypt: true,
        user: "me",
        password: "p@ss",
        from: { name: "Pipelog", address: "pipelog@example.com" },
      });
      const parts = { ...mail, MAIL_FROM: "pipelog@example.com", SMTP_HOST: "mail.example.com" };
      expect(readEnvironment({ ...parts, SMTP_USER: "me", SMTP_PASSWORD: "x" }).mail).toMatchObject({
        port: 587,
        isSecure: false,
        mustEncrypt: true,
        from: { name: "", address: "pipelog@example.com" },
      });
      const here = { ...mail, SMTP_URL: "smtp://me:x@127.0.0.1:2525" };
      expect(readEnvironment(here).mail).toMatchObject({ port: 2525, mustEncrypt: false });
      const beside = { ...mail, SMTP_URL: "smtp://me:x@[::1]" };
      expect(readEnvironment(beside).mail).toMatchObject({ host: "::1", port: 587, mustEncrypt: false });
      expect(readEnvironment({ ...parts, SMTP_PORT: "465" }).mail).toMatchObject({
        ...{ port: 465, isSecure: true, mustEncrypt: false, user: undefined, password: undefined },
      });
      expect(readEnvironment(mail).mail).toBeUndefined();
    });

    it.each([
      { SMTP_URL: "mail.example.com" },
      { SMTP_URL: "smtp://mail.example.com/?x=1" },
      { SMTP_URL: "smtp://mail.example.com/x" },
      { SMTP_URL: "http://mail.example.com" },
      { SMTP_URL: "smtp://mail.example.com", SMTP_HOST: "mail.example.com" },
      { SMTP_HOST: "mail.example.com", SMTP_PORT: "many" },
      { SMTP_HOST: "mail.example.com", SMTP_PORT: "65536" },
      { SMTP_HOST: "mail.example.com", MAIL_FROM: "Pipelog" },
      { SMTP_HOST: "mail.example.com", MAIL_FROM: "" },
      { SMTP_HOST: "mail.example.com", AUTH_URL: "" },
    ])("refuses %j", (wrong) => {
      expect(problems({ ...mail, ...wrong })).toHaveLength(1);
    });
  });
});
