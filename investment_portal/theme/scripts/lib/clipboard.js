// Copying for the reader, where the browser allows it.

/**
 * Copies a text and says whether it worked; if not, the element that shows it is marked, for the reader's own keys.
 * @param {string} text
 * @param {HTMLElement} [shown] the element that shows the text, where one does
 * @returns {Promise<boolean>}
 */
export async function copyText(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Plain http, a page from disk, or a reader who said no.
    return shown ? copyMarked(shown) : false;
  }
}

/** @param {HTMLElement} shown */
function copyMarked(shown) {
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
