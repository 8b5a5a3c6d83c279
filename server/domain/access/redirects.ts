/** Schemes that browsers, their systems and their extensions handle themselves. */
const browsersOwn = new Set(
  [
    'about blob cid data file filesystem ftp ftps gopher intent jar javascript livescript mailto mid mocha news nntp',
    'resource sms tel telnet urn vbs vbscript view-source ws wss wyciwyg',
    'applescript content devtools facetime feed hcp help itms itms-apps jnlp ldap res search search-ms shell shortcuts smb',
    'brave browser chrome edge firefox opera safari vivaldi webkit',
  ].flatMap((names) => names.split(' ')),
)
const browsersOwnFamilies = /^(?:about|browser|chrome|edge|moz|ms|opera|resource|safari|webkit|x-apple|x-webkit)[-.+]/

/** The characters of a host: none that would end a word in a header or act as a wildcard. */
const host = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/

/**
 * Tells whether a redirect URI is acceptable: HTTP, or a private-use scheme of an app such as `myapp://back` or
 * `com.example.app:/back`. Schemes of browsers and URIs with user info are not.
 */
export function isRedirectTarget(uri: string): boolean {
  if (!URL.canParse(uri)) return false
  const { protocol, hostname, href, username, password } = new URL(uri)
  if (username !== '' || password !== '') return false
  if (protocol === 'http:' || protocol === 'https:') return host.test(hostname)
  const scheme = protocol.slice(0, -1)
  // Without a slash it is a host and port whose scheme is missing, or data.
  return href.startsWith(`${protocol}/`) && !browsersOwn.has(scheme) && !browsersOwnFamilies.test(scheme)
}

/**
 * Returns the source expression of a redirect URI for a content security policy: its origin, or an app's scheme. The
 * URI must pass `isRedirectTarget`.
 */
export function placeOf(uri: string): string {
  const { origin, protocol } = new URL(uri)
  return origin === 'null' ? protocol : origin
}
