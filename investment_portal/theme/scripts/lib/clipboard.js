// Copying to the clipboard, where the browser allows it.

/**
 * Copy a text; return whether it worked. If not, the element that shows it is selected, for the reader's own keys.
 * @param {string} text
 * @param {HTMLElement} [element] the element that shows the text, where one does
 * @returns {Promise<boolean>}
 */
export async function copyText(text, element) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Plain http, a page from disk, or permission denied.
    return element ? copySelection(element) : false;
  }
}

/** @param {HTMLElement} element */
function copySelection(element) {
  const selection = getSelection();
  selection?.selectAllChildren(element);
  let copied = false;
  try {
    copied = document.execCommand("copy");
  } catch {
    copied = false;
  }
  if (copied) selection?.removeAllRanges();
  else element.focus();
  return copied;
}
