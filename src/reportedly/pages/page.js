"use strict";
// Words and records light each other up on hover, focus or tap; without scripts the numbered links do the same job.
{
  const ids = (element) => (element.dataset.r || "").split(" ").filter(Boolean);
  const all = [...document.querySelectorAll("[data-r]")];
  const byId = new Map();
  for (const element of all) for (const id of ids(element)) byId.set(id, [...(byId.get(id) || []), element]);
  let lit = [];
  const light = (element) => {
    for (const old of lit) old.classList.remove("lit");
    lit = element ? ids(element).flatMap((id) => byId.get(id)) : [];
    for (const one of lit) one.classList.add("lit");
  };
  for (const kind of ["mouseover", "focusin", "click"]) document.addEventListener(kind, (event) => light(event.target.closest("[data-r]")));
}
