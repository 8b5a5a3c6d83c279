import { createHash } from 'node:crypto'
import { placeOf } from '#server/domain/access/redirects.ts'
import { scopes } from '#server/domain/access/scopes.ts'
import type { User } from '#server/domain/access/user.ts'
import { Html, html } from '#server/http/responses/html.ts'
import type { ConsentRequest } from './consent.ts'
import { formTokenField } from './form-token.ts'

const style = `
:root { color-scheme: light dark; --ink: #1d1d1f; --dim: #5b5b62; --paper: #f4f2ee; --card: #fff; --line: #d9d6cf; --act: #b3001b; --on-act: #fff }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f2f0ec; --dim: #b4b1aa; --paper: #17171a; --card: #222226; --line: #3d3d44; --act: #ff9aa2; --on-act: #2a0006 }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
main { width: min(30rem, 100%); padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem }
h1 { margin: 0 0 .5rem; font-size: 1.375rem; line-height: 1.3; overflow-wrap: anywhere }
p { margin: 0 0 1rem; color: var(--dim); overflow-wrap: anywhere }
ul { margin: 0 0 1.5rem; padding: 0; list-style: none; border-top: 1px solid var(--line) }
li { display: flex; flex-wrap: wrap; gap: 0 1rem; justify-content: space-between; padding: .5rem 0; border-bottom: 1px solid var(--line) }
code { font: .8125rem/1.85 ui-monospace, monospace; color: var(--dim) }
label { display: block; margin: 0 0 .25rem; font-weight: 600 }
select, button { width: 100%; min-height: 2.75rem; padding: 0 .75rem; border: 1px solid var(--dim); border-radius: .625rem; background: var(--card); color: inherit; font: inherit }
select { margin-bottom: 1.5rem }
div { display: flex; gap: .75rem }
button { font-weight: 600; cursor: pointer }
button[value=allow] { background: var(--act); border-color: var(--act); color: var(--on-act) }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px }
footer { margin-top: 1.5rem; font-size: .8125rem; color: var(--dim) }
`

const styleElement = new Html(`<style>${style}</style>`)
const styleHash = createHash('sha256').update(style).digest('base64')

/**
 * Returns the page's Content-Security-Policy: it loads nothing and is framed by nobody. Browsers hold the redirect that
 * answers its form to `form-action`, so the origin of the app's redirect URI is allowed.
 */
export function policyOf(redirectUri?: string): string {
  const back = redirectUri === undefined ? '' : ` ${placeOf(redirectUri)}`
  return [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    `form-action 'self'${back}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The content of the consent page. */
export interface ConsentView {
  readonly request: ConsentRequest
  readonly users: readonly User[]
  /** The name of the preselected user. */
  readonly chosen: string
  readonly world: string
  /** The token against cross-site request forgery that the form sends. */
  readonly formToken: string
}

/**
 * Returns the page on which a user of the world allows or denies the requested access. Its form posts to the page's own
 * URL.
 */
export const consentPage = ({ request, users, chosen, world, formToken }: ConsentView): string =>
  page(
    `Allow ${request.appName}?`,
    html`<h1>${request.appName} asks for access</h1>
<p>It will be told at ${request.redirectUri}</p>
<form method="post">
<input type="hidden" name="${formTokenField}" value="${formToken}">
<ul aria-label="Requested access">
${request.scopes.map((scope) => html`<li><span>${scopes[scope]}</span> <code>${scope}</code></li>\n`)}</ul>
<label for="user">As which user?</label>
<select id="user" name="user">
${users.map(({ id, username }) => option(id, username, username === chosen))}</select>
<div>
<button name="decision" value="deny">Deny</button>
<button name="decision" value="allow">Allow</button>
</div>
</form>
<footer>A local stand-in, not Pinterest. World: ${world}</footer>`,
  )

/** Returns the page that says why the request cannot be shown for consent, nor sent back to the app. */
export const refusalPage = (reason: string): string =>
  page(
    'Refused',
    html`<h1>This request cannot be answered</h1>
<p role="alert">${reason}</p>
<footer>A local stand-in, not Pinterest. Nobody was sent back to the app.</footer>`,
  )

const option = (id: string, username: string, isChosen: boolean): Html =>
  isChosen
    ? html`<option value="${id}" selected>${username}</option>\n`
    : html`<option value="${id}">${username}</option>\n`

const page = (title: string, content: Html): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${styleElement}
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`.text
