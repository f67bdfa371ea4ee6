// Pagefind finds inflected words. It needs a server: from disk the search works without it.

/** @type {Promise<any> | undefined} */
let loading;
const LIMIT = 8;

/**
 * Return the addresses of content pages that Pagefind finds, best first; null where it cannot run.
 * @param {string} folder address of Pagefind's folder
 * @param {string} typed
 * @returns {Promise<string[] | null>}
 */
export async function pagesOn(folder, typed) {
  if (location.protocol === "file:") return null;
  try {
    loading = loading ?? import(new URL("pagefind.js", new URL(folder, location.href)).href);
    const { results } = await (await loading).search(typed);
    const pages = await Promise.all(
      results
        .slice(0, LIMIT)
        .map((/** @type {{data: () => Promise<{raw_url?: string, url: string}>}} */ result) => result.data()),
    );
    return pages.map(({ raw_url: raw, url }) => (raw ?? url).replace(/^\/(?:en\/)?/, ""));
  } catch {
    return null;
  }
}
