// Puts a file or a saved page that is chosen or dropped into the field that is read from.
const field = document.getElementById("file-field");
const input = document.getElementById("file");
const recipe = document.getElementById("recipe");
const problem = document.getElementById("too-large");
field.hidden = false;

input.addEventListener("change", () => take(input.files[0]));
for (const name of ["dragover", "drop"]) {
  document.addEventListener(name, (event) => {
    if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
    event.preventDefault();
    if (name === "drop") take(event.dataTransfer.files[0]);
  });
}

async function take(file) {
  if (!file) return;
  const text = file.size > 20_000_000 ? null : lean(await file.text());
  const isText = text !== null && !text.includes("\0");
  problem.hidden = isText && encodeURIComponent(text).length < 1_000_000;
  if (!problem.hidden) return;
  recipe.value = text;
  recipe.form.requestSubmit();
}

// A saved page without what no recipe is in: styles, pictures, comments, and scripts but for data.
function lean(text) {
  return text
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(style|svg|noscript)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<script\b(?![^>]*ld\+json)[\s\S]*?<\/script\s*>/gi, "")
    .replace(/\b(src|srcset|href|style|class)\s*=\s*("[^"]*"|'[^']*')/gi, "");
}
