"use strict";
// Show differences of the chosen classes only; without scripts all are shown and the form stays hidden.
{
  const form = document.querySelector("form.filter");
  if (form) {
    const boxes = [...form.querySelectorAll("input")];
    const rows = [...document.querySelectorAll("tr[data-kinds]")];
    const show = () => {
      const chosen = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
      let shown = 0;
      for (const row of rows) {
        row.hidden = !row.dataset.kinds.split(" ").some((kind) => chosen.has(kind));
        shown += !row.hidden;
      }
      for (const kind of [".differs", ".passage"]) for (const part of document.querySelectorAll(kind)) part.hidden = !part.querySelector("tr[data-kinds]:not([hidden])");
      form.querySelector("[role=status]").textContent = `${shown} of ${rows.length} shown`;
    };
    form.hidden = false;
    form.addEventListener("change", show);
    form.addEventListener("submit", (event) => event.preventDefault());
    for (const button of form.querySelectorAll("button")) button.addEventListener("click", () => { for (const box of boxes) box.checked = button.dataset.all === "yes"; show(); });
    show();
  }
}
