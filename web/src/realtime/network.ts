/** Hears from the browser when the network goes and comes back, until what is given back is called. */
export function followNetwork(hear: { gone: () => void; back: () => void }): () => void {
  window.addEventListener('offline', hear.gone);
  window.addEventListener('online', hear.back);
  return () => {
    window.removeEventListener('offline', hear.gone);
    window.removeEventListener('online', hear.back);
  };
}
