// Copying, where the browser allows it; else the text is marked, so that the reader's own keys copy it.

/**
 * Copies a text and says whether that worked; if not, `shown` is marked.
 * @param {string} text
 * @param {HTMLElement} shown the element that shows the text
 * @returns {Promise<boolean>}
 */
export async function copy(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Plain http, a page from disk, or a reader who said no.
  }
  const marked = getSelection();
  marked?.selectAllChildren(shown);
  let copied = false;
  try {
    copied = document.execCommand("copy");
  } catch {
    copied = false;
  }
  if (copied) marked?.removeAllRanges();
  else shown.focus();
  return copied;
}
