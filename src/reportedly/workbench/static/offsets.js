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

/** Return the part of the selection that can be taken: a range inside the text; null when nothing is selected there. */
export function selectedRange(text) {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  return text.contains(range.commonAncestorContainer) ? range.cloneRange() : null;
}

/** Return a range of the text as a span of code points with its words, without space at its ends; null when nothing is left. */
export function spanOf(text, range) {
  const all = range.toString();
  const words = all.trim();
  if (!words) return null;
  const start = offsetOf(text, range.startContainer, range.startOffset) + codePoints(all.slice(0, all.length - all.trimStart().length));
  return { start, end: start + codePoints(words), words };
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
