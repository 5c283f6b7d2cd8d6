import type { MetadataRoute } from "next";

/** Pipelog as an app one installs: its icons, shortcuts, and what other apps may share to it. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Pipelog",
    short_name: "Pipelog",
    description: "The sales pipeline, derived from the team's log of conversations.",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#f7f7f9",
    theme_color: "#4f4ad9",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: "Log a conversation", short_name: "Log", url: "/log" },
      { name: "Follow-ups", url: "/follow-ups" },
      { name: "Stages", url: "/stages" },
    ],
    share_target: {
      action: "/log/share",
      method: "post",
      enctype: "multipart/form-data",
      params: { title: "title", text: "text", url: "url" },
    },
  };
}
