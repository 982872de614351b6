import { all, one } from './dom.ts';

/** Language, theme, and the drawer of a narrow screen. */

const YEAR_SECONDS = 31_536_000;

/** Cookies, so that the server draws the next page right from the start. */
function remember(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in older Safari and Firefox; both values are our own.
  document.cookie = `dailygrad_${name}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=strict`;
}

function wireSwitches(): void {
  one('.settings', HTMLElement).addEventListener('change', (event) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const { name, value } = event.target;
    remember(name, value);
    if (name === 'theme') document.documentElement.dataset.theme = value;
    else window.location.reload();
  });
}

function wireDrawer(): void {
  const app = one('.app', HTMLElement);
  const main = one('#main', HTMLElement);
  const scrim = one('.scrim', HTMLElement);
  const opener = one('[data-drawer=open]', HTMLButtonElement);
  const closer = one('button[data-drawer=close]', HTMLButtonElement);

  function toggle(open: boolean): void {
    if (open) app.dataset.drawer = 'open';
    else delete app.dataset.drawer;
    opener.setAttribute('aria-expanded', String(open));
    scrim.hidden = !open;
    main.inert = open;
    (open ? closer : opener).focus();
  }

  opener.addEventListener('click', () => toggle(true));
  for (const element of all('[data-drawer=close]', HTMLElement))
    element.addEventListener('click', () => toggle(false));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && app.dataset.drawer === 'open') toggle(false);
  });
}

export function wireSettings(): void {
  wireSwitches();
  wireDrawer();
}
