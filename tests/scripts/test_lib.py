"""Modules that all scripts share: elements from text alone, sentences with gaps, storage that may fail."""

from playwright.sync_api import Page


def test_text_is_never_markup(modules: Page) -> None:
    """A text with a tag in it is shown as typed."""
    got = modules.evaluate(
        """async () => {
          const { make } = await import('/lib/dom.js');
          const made = make('p', { title: '<b>', hidden: true, lang: null }, '<b>x</b>', 2, null);
          return [made.title, made.textContent, made.childElementCount, made.hidden, made.hasAttribute('lang')];
        }"""
    )
    assert got == ["<b>", "<b>x</b>2", 0, True, False]


def test_gaps_of_a_sentence_are_filled(modules: Page) -> None:
    """A gap nobody fills stays, so that it is seen."""
    text = modules.evaluate("async () => (await import('/lib/dom.js')).formatMessage('{count} of {all}', {count: 0})")
    assert text == "0 of {all}"


def test_storage_that_fails_costs_the_memory_alone(modules: Page) -> None:
    """Damaged, of another shape, or forbidden."""
    got = modules.evaluate(
        """async () => {
          const { readStored, writeStored } = await import('/lib/storage.js');
          const list = (value) => Array.isArray(value);
          const kept = [writeStored('a', [1]), readStored('a', list, [])];
          localStorage.setItem('b', '{');
          localStorage.setItem('c', '"text"');
          const damaged = [readStored('b', list, []), readStored('c', list, [])];
          const own = Storage.prototype.setItem;
          Storage.prototype.setItem = () => { throw new DOMException('full'); };
          const full = writeStored('a', [2]);
          Storage.prototype.setItem = own;
          return [kept, damaged, full, readStored('a', list, [])];
        }"""
    )
    assert got == [[True, [1]], [[], []], False, [1]]
