export type Theme = 'system' | 'light' | 'dark';

const REMEMBERED = 'samenspel-theme';

let current = $state<Theme>('system');

export const theme = {
  get current() {
    return current;
  },
};

export function rememberTheme(): void {
  const remembered = localStorage.getItem(REMEMBERED);
  if (remembered === 'light' || remembered === 'dark') wear(remembered);
}

export function chooseTheme(chosen: Theme): void {
  if (chosen === 'system') localStorage.removeItem(REMEMBERED);
  else localStorage.setItem(REMEMBERED, chosen);
  wear(chosen);
}

function wear(chosen: Theme): void {
  current = chosen;
  if (chosen === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}
