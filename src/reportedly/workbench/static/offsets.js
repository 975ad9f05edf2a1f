// Offsets: records count code points, the browser counts UTF-16 units. They meet only here.

/** Return how many code points a string has. */
export function codePoints(words) {
  let count = 0;
  for (const _ of words) count += 1;
  return count;
}

/** Return the UTF-16 offset of a code-point offset in a string. */
export function toUnits(words, offset) {
  let at = 0;
  for (let n = 0; n < offset && at < words.length; n += 1) at += words.codePointAt(at) > 0xffff ? 2 : 1;
  return at;
}

/** Return the code-point offset of a place in the text (a node and an offset in it), or null when it lies outside. */
export function offsetOf(text, node, offset) {
  if (!text.contains(node)) return null;
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(node, offset);
  return codePoints(before.toString());
}

/** Return what is selected in the text as a span of code points with its words, without space at its ends; null when nothing is. */
export function selectedSpan(text) {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  let start = offsetOf(text, range.startContainer, range.startOffset);
  let end = offsetOf(text, range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return null;
  const words = Array.from(text.textContent).slice(start, end);
  while (words.length && !words[0].trim()) { words.shift(); start += 1; }
  while (words.length && !words.at(-1).trim()) { words.pop(); end -= 1; }
  return words.length ? { start, end, words: words.join("") } : null;
}

/** Return a range over a span of code points of the text. */
export function rangeOf(text, start, end) {
  const range = document.createRange();
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let before = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = codePoints(node.data);
    if (!begun && start < before + length) {
      range.setStart(node, toUnits(node.data, start - before));
      begun = true;
    }
    if (begun && end <= before + length) {
      range.setEnd(node, toUnits(node.data, end - before));
      return range;
    }
    before += length;
  }
  return null;
}
