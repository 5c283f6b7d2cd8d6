import { test } from "@playwright/test";
import { builtActions } from "@/e2e/support/built-app";
import { expect } from "@/e2e/support/expect";
import { shared } from "@/e2e/support/shared-apps";
import { startApp } from "@/e2e/support/start-app";
import { setUpOwnTeam, teamAdmin } from "@/e2e/support/team-test";

test("behind a proxy that ends TLS and passes on another host, a form is answered with the page it leads to", {
  tag: "@any-window",
}, async () => {
  const authUrl = "https://sales.example.com:8443";
  const app = await startApp(shared().templates.empty, { AUTH_URL: authUrl, TRUSTED_PROXIES: "127.0.0.1" });
  try {
    await setUpOwnTeam(app);
    const id = builtActions().find(({ name }) => name.startsWith("signInAction "))?.id ?? "";
    const signIn = async (origin: string) => {
      const body = new FormData();
      body.append("_1_email", teamAdmin.email);
      body.append("_1_password", teamAdmin.password);
      body.append("0", JSON.stringify([{ errors: {}, values: {} }, "$K1"]));
      const headers = { "next-action": id, origin, "x-forwarded-proto": "https" };
      const response = await fetch(`${app.url}/sign-in`, { method: "POST", headers, body });
      return { status: response.status, text: await response.text() };
    };
    const answered = await signIn(authUrl);
    expect(answered.status).toBe(200);
    expect(answered.text).toContain("Highveld Tyres");
    expect((await signIn("https://sales.example.com")).status, "sent from elsewhere").toBe(500);
  } finally {
    await app.stop();
  }
});
