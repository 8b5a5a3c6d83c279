/** What browsers load, run or show by themselves, and what their systems and extensions are reached by. */
const browsersOwn = new Set(
  [
    'about blob cid data file filesystem ftp ftps gopher intent jar javascript livescript mailto mid mocha news nntp',
    'resource sms tel telnet urn vbs vbscript view-source ws wss wyciwyg',
    'applescript content devtools facetime feed hcp help itms itms-apps jnlp ldap res search search-ms shell shortcuts smb',
    'brave browser chrome edge firefox opera safari vivaldi webkit',
  ].flatMap((names) => names.split(' ')),
)
const browsersOwnFamilies = /^(?:about|browser|chrome|edge|moz|ms|opera|resource|safari|webkit|x-apple|x-webkit)[-.+]/

/** What may stand in a host: nothing that would end a word of a header, or stand for any host. */
const host = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/

/**
 * Whether a user can be sent there: by HTTP, or to an app by a scheme of its own, `myapp://back` or
 * `com.example.app:/back`. Not by what browsers keep for themselves, and not with a name and password in the address.
 */
export function isRedirectTarget(uri: string): boolean {
  if (!URL.canParse(uri)) return false
  const { protocol, hostname, href, username, password } = new URL(uri)
  if (username !== '' || password !== '') return false
  if (protocol === 'http:' || protocol === 'https:') return host.test(hostname)
  const scheme = protocol.slice(0, -1)
  // Without a slash it is a host and a port whose scheme was forgotten, or data.
  return href.startsWith(`${protocol}/`) && !browsersOwn.has(scheme) && !browsersOwnFamilies.test(scheme)
}

/** Where it leads, as a content policy names it: the origin, or an app's scheme. For what `isRedirectTarget` passes. */
export function placeOf(uri: string): string {
  const { origin, protocol } = new URL(uri)
  return origin === 'null' ? protocol : origin
}
