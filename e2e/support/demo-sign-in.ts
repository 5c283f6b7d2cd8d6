import { demoTeam } from "@/lib/demo/demo-team";

/** How the demo's admin signs in during the journeys. */
export const demoSignIn = { email: demoTeam.adminEmail, password: "blue tyres roll far" };
