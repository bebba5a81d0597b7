// @ts-check
import { catalogue } from "../i18n/catalogue.js";

export const text = catalogue({
  en: {
    copyCode: "Copy code",
    copied: "Copied",
  },
  de: {
    copyCode: "Code kopieren",
    copied: "Kopiert",
  },
});
