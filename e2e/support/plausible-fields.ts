import type { Page } from "@playwright/test";

const texts: Record<string, string> = {
  email: "plausible@example.com",
  password: "blue tyres roll far",
  date: "2026-05-06",
  number: "5",
  tel: "+27 11 555 0100",
};

/**
 * What somebody could send from a page: all fields of all its forms, those they would fill in filled in, other
 * choices than the present ones made, as every button of it would send it.
 */
export async function plausibleFields(page: Page, address: string): Promise<[string, string][]> {
  await page.goto(address);
  return page.evaluate((byType) => {
    const fields = new Map<string, string>();
    for (const field of document.querySelectorAll<HTMLInputElement>("main [name]")) {
      const { name, value, tagName } = field;
      if (name.startsWith("$ACTION")) continue;
      if (tagName === "BUTTON" || field.type === "radio" || field.type === "checkbox")
        fields.set(name, value);
      else if (field instanceof HTMLSelectElement)
        fields.set(name, [...field.options].find((option) => option.value !== "")?.value ?? "");
      else
        fields.set(name, value || byType[field.type] || (field.inputMode === "numeric" ? "5" : "Plausible"));
    }
    return [...fields];
  }, texts);
}
