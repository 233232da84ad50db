import { locales, overwriteGetLocale, type Locale } from './paraglide/runtime.js';

const REMEMBERED = 'samenspel-locale';

const first = rememberedLocale() ?? preferredLocale(navigator.languages);
let current = $state<Locale>(first);

/** The language of the interface. Messages called in markup or in `$derived` follow it by themselves. */
export const locale = {
  get current() {
    return current;
  },
};

overwriteGetLocale(() => current);
document.documentElement.lang = first;

export function chooseLocale(chosen: Locale): void {
  current = chosen;
  localStorage.setItem(REMEMBERED, chosen);
  document.documentElement.lang = chosen;
}

/** Dutch, unless the first language we know that this browser asks for is English. */
function preferredLocale(languages: readonly string[]): Locale {
  const known = languages.map((language) => language.split('-')[0]).find(isLocale);
  return known ?? 'nl';
}

function rememberedLocale(): Locale | null {
  const remembered = localStorage.getItem(REMEMBERED);
  return isLocale(remembered) ? remembered : null;
}

function isLocale(value: string | null | undefined): value is Locale {
  return (locales as readonly (string | null | undefined)[]).includes(value);
}
