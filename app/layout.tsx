import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { chosenAppearance } from "@/lib/auth/chosen-appearance";
import "./globals.css";

const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-inter",
  display: "swap",
  adjustFontFallback: false,
});

export const metadata: Metadata = {
  title: { default: "Pipelog", template: "%s · Pipelog" },
  description: "The sales pipeline, derived from the team's log of conversations.",
  icons: { icon: "/icon.svg", apple: "/icon-apple-180.png" },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

const backgrounds = { light: "#f7f7f9", dark: "#0e0e11" } as const;

export async function generateViewport(): Promise<Viewport> {
  const appearance = await chosenAppearance();
  return {
    width: "device-width",
    initialScale: 1,
    viewportFit: "cover",
    themeColor:
      appearance === "system"
        ? [
            { media: "(prefers-color-scheme: light)", color: backgrounds.light },
            { media: "(prefers-color-scheme: dark)", color: backgrounds.dark },
          ]
        : backgrounds[appearance],
  };
}

/**
 * The frame of every page, light or dark as whoever is signed in has chosen. Reading the headers makes all
 * pages dynamic: scripts carry a nonce per request.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await headers();
  return (
    <html lang="en" className={inter.variable} data-appearance={await chosenAppearance()}>
      <body>{children}</body>
    </html>
  );
}
