import { teamFormats } from "@/lib/format/team-formats";
import type { Choice } from "@/lib/set-up/set-up-choices";

const offered = [
  ..."af-ZA cs-CZ da-DK de-AT de-CH de-DE el-GR en-AU en-BW en-CA en-GB en-GH en-HK en-IE en-IN en-KE".split(
    " ",
  ),
  ..."en-MU en-NA en-NG en-NZ en-PH en-PK en-SG en-TZ en-UG en-US en-ZA en-ZM en-ZW es-AR es-CL es-CO".split(
    " ",
  ),
  ..."es-ES es-MX es-PE es-US et-EE fi-FI fr-BE fr-CA fr-CH fr-FR fr-MA fr-SN hi-IN hr-HR hu-HU id-ID".split(
    " ",
  ),
  ..."is-IS it-CH it-IT ja-JP ko-KR lt-LT lv-LV ms-MY nb-NO nl-BE nl-NL pl-PL pt-AO pt-BR pt-MZ pt-PT".split(
    " ",
  ),
  ..."ro-RO sk-SK sl-SI sr-Latn-RS sv-SE sw-KE sw-TZ tr-TR uk-UA vi-VN zh-CN zh-HK zh-TW zu-ZA".split(" "),
];

const exampleAmount = "1234567.5";

/**
 * The locales to choose from, each with how it writes an amount and a day: "English (South Africa): R 1 234 567,50,
 * 24 Nov 2026". The team's own is among them, whatever it is.
 */
export function localeChoices(
  own: string,
  { currency, currencyDigits }: { currency: string; currencyDigits: number },
  today: string,
): Choice[] {
  const names = new Intl.DisplayNames("en", { type: "language", languageDisplay: "standard" });
  return [...new Set([own, ...offered])]
    .map((locale) => {
      const formats = teamFormats({ locale, currency, currencyDigits, timeZone: "UTC" });
      const example = `${formats.money(exampleAmount)}, ${formats.date(today)}`;
      return { value: locale, label: `${names.of(locale) ?? locale}: ${example}` };
    })
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
}
