// What all of these pages have around their content. They run no script.
import { html } from './html.mjs';

const policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** `at`: the page's own file name; `title` and `description` are plain text. */
export function framed({ at, title, description, crumbs, main }) {
  return `${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="canonical" href="${at}">
<link rel="icon" href="../icons/tollmeter.svg" type="image/svg+xml">
<link rel="stylesheet" href="style.css">
</head>
<body>
<header>
<nav aria-label="Tollmeter">${crumbs}</nav>
</header>
<main>
${main}
</main>
<footer>
<p>Tollmeter computes what API use costs each month, which limit breaks first, when, and what then. <a href="../">Open the calculator</a></p>
</footer>
</body>
</html>`}\n`;
}
