// Dropping a file on the form chooses it; choosing one sends the form.
const form = document.getElementById("drop");
const file = form.querySelector("input[type=file]");
const said = document.getElementById("drop-said");
for (const kind of ["dragover", "dragenter"]) form.addEventListener(kind, (event) => { event.preventDefault(); form.classList.add("over"); });
for (const kind of ["dragleave", "drop"]) form.addEventListener(kind, () => form.classList.remove("over"));
form.addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  file.files = event.dataTransfer.files;
  form.requestSubmit();
});
form.addEventListener("submit", () => { said.textContent = "Coding ..."; });
