const LONGEST = 180;
/** Characters of a piece: some browsers stop in the middle of a long one. */

/**
 * Let a button read the page's content aloud, where the browser has a voice for its language.
 * @param {HTMLButtonElement} button
 */
export function setUpReading(button) {
  if (!("speechSynthesis" in window)) return;
  const start = button.textContent || "";
  const stop = button.getAttribute("data-stop") || start;
  const language = document.documentElement.lang;
  const base = language.slice(0, 2);
  const hasVoice = () => speechSynthesis.getVoices().some((voice) => voice.lang.slice(0, 2).toLowerCase() === base);
  const offer = () => {
    button.hidden = !hasVoice();
  };
  offer();
  if (speechSynthesis.addEventListener) speechSynthesis.addEventListener("voiceschanged", offer);

  /** @param {boolean} reading */
  const show = (reading) => {
    button.textContent = reading ? stop : start;
    button.setAttribute("aria-pressed", String(reading));
  };
  show(false);
  button.addEventListener("click", () => {
    const reading = button.getAttribute("aria-pressed") === "true";
    speechSynthesis.cancel();
    show(!reading);
    if (reading) return;
    const article = /** @type {HTMLElement | null} */ (document.querySelector("article"));
    const pieces = sentences(article ? article.innerText : "");
    for (const [place, text] of pieces.entries()) {
      const piece = new SpeechSynthesisUtterance(text);
      piece.lang = language;
      if (place === pieces.length - 1) piece.onend = () => show(false);
      speechSynthesis.speak(piece);
    }
  });
  window.addEventListener("pagehide", () => speechSynthesis.cancel());
}

/**
 * Divide a text at the ends of lines and sentences into pieces that voices can read.
 * @param {string} text
 * @returns {string[]}
 */
export function sentences(text) {
  const pieces = text.split(/\n+|(?:[。！？；]|[.!?;]\s)+/);
  return pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece)
    .reduce((/** @type {string[]} */ all, piece) => {
      for (let at = 0; at < piece.length; at += LONGEST) all.push(piece.slice(at, at + LONGEST));
      return all;
    }, []);
}
