import { parseRoute, type Route } from './routes';

let route = $state.raw<Route>(parseRoute(location.pathname));

export const router = {
  get route() {
    return route;
  },
};

interface How {
  replace: boolean;
  /** What is shown stays what it is, and so does where one is in it. */
  stays?: boolean;
}

export function navigate(address: string, how: How = { replace: false }): void {
  const target = new URL(address, location.href);
  if (target.href === location.href) return;
  if (how.replace) history.replaceState(null, '', target);
  else history.pushState(null, '', target);
  if (how.stays) route = parseRoute(location.pathname);
  else arrive();
}

/** Makes ordinary links and the browser's back and forward buttons change the page without loading it. */
export function listenToNavigation(): () => void {
  window.addEventListener('popstate', arrive);
  document.addEventListener('click', followLink);
  return () => {
    window.removeEventListener('popstate', arrive);
    document.removeEventListener('click', followLink);
  };
}

function arrive(): void {
  route = parseRoute(location.pathname);
  window.scrollTo(0, 0);
  // On a phone the frame's content scrolls instead of the window.
  document.getElementById('content')?.scrollTo(0, 0);
}

function followLink(event: MouseEvent): void {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!plain || event.defaultPrevented || !(event.target instanceof Element)) return;
  const link = event.target.closest('a');
  if (!link || link.target !== '' || link.hasAttribute('download')) return;
  const target = new URL(link.href, location.href);
  const elsewhere = target.origin !== location.origin || target.pathname.startsWith('/api');
  const onThisPage = target.pathname === location.pathname && target.hash !== '';
  if (elsewhere || onThisPage) return;
  event.preventDefault();
  navigate(target.href);
}
