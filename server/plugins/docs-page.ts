import { html } from '../http/responses/html.ts'
import { Asset, ownFile, swaggerFile } from './docs-assets.ts'

/**
 * Returns the page that shows a document by Swagger UI. Its links are relative: it may be below a world's path or a
 * proxy's.
 *
 * @param base What leads from the page's URL to the folder of its files: `docs/`, or nothing where it ends in a slash.
 */
export const docsPage = (title: string, base: string): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" type="image/svg+xml" href="${base}static/favicon.svg">
<link rel="preload" as="fetch" crossorigin href="${base}paths">
<link rel="stylesheet" href="${base}static/swagger-ui.css">
<link rel="stylesheet" href="${base}static/page.css">
</head>
<body>
<noscript>This page needs JavaScript. The document itself is <a href="${base}json">JSON</a>.</noscript>
<div id="swagger-ui"></div>
<script src="${base}static/swagger-ui-bundle.js"></script>
<script src="${base}static/swagger-initializer.js"></script>
</body>
</html>
`.text

const script = 'text/javascript; charset=utf-8'
const style = 'text/css; charset=utf-8'

/** The files that the page loads, and those of the window in which someone authorizes, by name. */
export const pageFiles = (): ReadonlyMap<string, Asset> =>
  new Map([
    ['favicon.svg', new Asset('image/svg+xml', ownFile('favicon.svg'))],
    ['page.css', new Asset(style, ownFile('page.css'))],
    ['swagger-initializer.js', new Asset(script, ownFile('swagger-initializer.js'))],
    ['swagger-ui.css', new Asset(style, swaggerFile('swagger-ui.css'))],
    ['swagger-ui-bundle.js', new Asset(script, swaggerFile('swagger-ui-bundle.js'))],
    ['oauth2-redirect.html', new Asset('text/html; charset=utf-8', swaggerFile('oauth2-redirect.html'))],
    ['oauth2-redirect.js', new Asset(script, swaggerFile('oauth2-redirect.js'))],
  ])
