/** What another app shared as one note: title, text and address, each once. */
export function sharedNote(form: FormData): string {
  const said = ["title", "text", "url"].map((name) => String(form.get(name) ?? "").trim());
  const [title = "", text = "", url = ""] = said;
  return [text.includes(title) ? "" : title, text, text.includes(url) ? "" : url].filter(Boolean).join("\n");
}
