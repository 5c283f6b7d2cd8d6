/** Mail services anybody has an address at: a shared domain says nothing there. */
export const publicMailDomains = [
  ...["gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com"],
  ...["yahoo.co.uk", "yahoo.co.in", "ymail.com", "rediffmail.com", "icloud.com", "me.com", "mac.com"],
  ...["aol.com", "gmx.de", "gmx.net", "gmx.com", "web.de", "t-online.de", "freenet.de", "mail.com"],
  ...["mail.ru", "yandex.ru", "proton.me", "protonmail.com", "zoho.com", "mweb.co.za", "telkomsa.net"],
  ...["vodamail.co.za", "webmail.co.za", "iafrica.com", "orange.fr", "wanadoo.fr", "free.fr", "laposte.net"],
  ...["libero.it", "btinternet.com", "comcast.net", "qq.com", "163.com", "126.com", "naver.com"],
] as const;

/** Words of a company's name that say its legal form and not who it is. */
export const legalForms = [
  ...["ltd", "limited", "pty", "inc", "incorporated", "corp", "corporation", "co", "company", "llc", "llp"],
  ...["plc", "cc", "npc", "gmbh", "ag", "kg", "ohg", "ug", "mbh", "ev", "bv", "nv", "sa", "sarl", "sas"],
  ...["srl", "spa", "oy", "ab", "as", "aps", "pvt", "private", "edms", "bpk", "beperk", "the", "and"],
] as const;
