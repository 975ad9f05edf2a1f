// Words of the text are selected without a mouse: an arrow goes a word on or back, with Shift it takes in one more.
const HAS_WORD = /[\p{L}\p{N}]/u;

/** Let the arrow keys select words while ``text`` has the focus; they begin at ``start`` (a range or null). ``say`` is told what is selected. */
export function selectByKeys(text, start, say) {
  text.addEventListener("keydown", (event) => {
    const direction = { ArrowRight: "forward", ArrowLeft: "backward" }[event.key];
    if (!direction || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const selection = getSelection();
    if (!selection.rangeCount || !text.contains(selection.anchorNode)) selection.collapse(...(start ? [start.startContainer, start.startOffset] : [text, 0]));
    const before = selection.getRangeAt(0).cloneRange();
    if (!event.shiftKey) direction === "forward" ? selection.collapseToEnd() : selection.collapseToStart();
    for (let tried = 0; tried < 50; tried += 1) {
      selection.modify("extend", direction, "word");
      if (event.shiftKey || HAS_WORD.test(selection.toString())) break;
      selection.collapse(selection.focusNode, selection.focusOffset); // only a space or a mark
    }
    if (!text.contains(selection.focusNode)) { // past the end
      selection.removeAllRanges();
      selection.addRange(before);
    }
    const at = selection.focusNode;
    (at instanceof Element ? at : at.parentElement).scrollIntoView({ block: "nearest" });
    say(selection.toString().trim());
  });
}
