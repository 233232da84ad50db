// What this browser keeps of the boards, looked at as a person with the developer tools would.

/** All that is kept, of all accounts and boards: `boards`, the pieces of their documents, and what waits. */
export function kept(page) {
  return page.evaluate(async () => {
    const done = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found = { boards: [], updates: [], waiting: [] };
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        found[store].push(...(await done(database.transaction(store).objectStore(store).getAll())));
      }
      database.close();
    }
    return found;
  });
}
